package io.trainyard.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.processor.model.AgeModel;
import io.trainyard.processor.model.CoreTypes;
import io.trainyard.processor.model.HandlerModel;
import io.trainyard.processor.model.SlotModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.SubscriptionModel;
import io.trainyard.processor.model.TrainingModel;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Emits the wiring of a strategy. */
final class WiringEmitter {

    private static final String DOOR = "Door";

    private final GeneratedMarks marks;

    WiringEmitter(GeneratedMarks marks) {
        this.marks = marks;
    }

    /*
     * public final class SundayTrend_Wiring implements StrategyWiring {
     *   private static final ZoneId ZONE = ZoneId.of("America/New_York");
     *   ...
     * }
     */
    TypeSpec emit(StrategyModel model) {
        WiringNames names = new WiringNames(model);
        TypeSpec.Builder wiring = wiring(model);
        wiring.addField(zone(model.zone()));
        ScheduleCode schedules = new ScheduleCode(model.type(), model.zone());
        model.trainings().forEach(training -> wiring.addField(definitionOf(training, schedules, names)));
        model.trainings().stream()
                .filter(TrainingModel::takesWalk)
                .forEach(training -> wiring.addField(walkOf(training, names)));
        wiring.addMethod(constructor());
        wiring.addMethod(definition(model, names));
        if (model.constructor().isPlain()) {
            wiring.addMethod(made(wire(), model, names));
        } else {
            wiring.addMethod(wire(model));
            wiring.addMethod(made(wireGraph(model), model, names));
        }
        model.slots().forEach(slot -> wiring.addMethod(slot(slot, model)));
        model.trainings().forEach(training -> wiring.addMethod(job(training, model, names)));
        model.handlers().forEach(handler -> wiring.addMethod(handler(handler, model)));
        if (model.constructor().isPlain()) {
            wiring.addType(door(model));
        }
        return wiring.build();
    }

    /*
     * private record Door(SundayTrend strategy, SundayTrend_Guard guard) implements SundayTrend_Component {
     * }
     */
    private static TypeSpec door(StrategyModel model) {
        return TypeSpec.recordBuilder(DOOR)
                .addModifiers(Modifier.PRIVATE)
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(model.type(), "strategy")
                        .addParameter(model.names().guard(), "guard")
                        .build())
                .addSuperinterface(model.names().component())
                .build();
    }

    /*
     * public final class SundayTrend_Wiring implements StrategyWiring {
     *   @Override
     *   public StrategyDefinition definition() {
     *     throw new IllegalStateException("demo.SundayTrend did not compile");
     *   }
     *   ...
     * }
     */
    TypeSpec emitStandIn(StrategyModel model) {
        CodeBlock refusal = CodeBlock.of(
                "throw new $T($S)", IllegalStateException.class, model.type().canonicalName() + " did not compile");
        return wiring(model)
                .addMethod(constructor())
                .addMethod(definition().addStatement(refusal).build())
                .addMethod(wire().addStatement(refusal).build())
                .build();
    }

    private TypeSpec.Builder wiring(StrategyModel model) {
        return marks.mark(TypeSpec.classBuilder(model.names().wiring())
                .addJavadoc("Wires {@link $T} to a host.", model.type())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(CoreTypes.STRATEGY_WIRING));
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addJavadoc("For whoever finds the wiring by the strategy's name.")
                .addModifiers(Modifier.PUBLIC)
                .build();
    }

    /*
     * private static final ZoneId ZONE = ZoneId.of("America/New_York");
     */
    private static FieldSpec zone(ZoneId zone) {
        return FieldSpec.builder(ZoneId.class, WiringNames.ZONE, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($S)", ZoneId.class, zone.getId())
                .build();
    }

    /*
     * private static final TrainingDefinition FIT = new TrainingDefinition(
     *     "fit",
     *     List.of(
     *         Trigger.of(Schedule.atDeployment()),
     *         Trigger.of(Schedule.of(DateRule.every(DayOfWeek.SUNDAY), TimeRule.at(LocalTime.of(8, 0)), ZONE))),
     *     List.of("sunday-trend/line"),
     *     Duration.ofMinutes(10)); // or a RunPolicy
     */
    private static FieldSpec definitionOf(TrainingModel training, ScheduleCode schedules, WiringNames names) {
        List<CodeBlock> triggers = training.schedules().stream()
                .map(schedule -> schedules.trigger(schedule.declaration()))
                .toList();
        List<CodeBlock> keys = training.fills().stream()
                .map(slot -> CodeBlock.of("$S", slot.key()))
                .toList();
        return FieldSpec.builder(
                        CoreTypes.TRAINING_DEFINITION,
                        names.constant(training),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "new $T(\n$>$>$S,\n$L,\n$L,\n$L$<$<)",
                        CoreTypes.TRAINING_DEFINITION,
                        training.name(),
                        lines(triggers),
                        list(keys),
                        PolicyCode.of(training))
                .build();
    }

    /*
     * private static final WalkForwardSplits FIT_WALK = WalkForwardSplits.rolling(Period.ofYears(2), Period.ofMonths(3))
     *     .purge(Duration.ofDays(14))
     *     .zone(ZONE);
     */
    private static FieldSpec walkOf(TrainingModel training, WiringNames names) {
        return FieldSpec.builder(
                        CoreTypes.WALK_FORWARD_SPLITS,
                        names.walk(training),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(WalkCode.of(training.walk().orElseThrow()))
                .build();
    }

    /*
     * @Override
     * public StrategyDefinition definition() {
     *   return new StrategyDefinition(
     *       "sunday-trend",
     *       SundayTrend.class,
     *       ZONE,
     *       Tier.MB_512,
     *       Plan.FREE,
     *       Duration.ofDays(2), // where there is an embargo
     *       List.of(new Subscription("SPY", Resolution.DAILY)),
     *       List.of(FIT));
     * }
     */
    private static MethodSpec definition(StrategyModel model, WiringNames names) {
        List<CodeBlock> subscriptions =
                model.subscriptions().stream().map(WiringEmitter::subscription).toList();
        List<CodeBlock> trainings = model.trainings().stream()
                .map(training -> CodeBlock.of("$N", names.constant(training)))
                .toList();
        return definition()
                .addStatement(
                        "return new $T(\n$S,\n$T.class,\n$L,\n$T.$L,\n$T.$L,\n$L$L,\n$L)",
                        CoreTypes.STRATEGY_DEFINITION,
                        model.name(),
                        model.type(),
                        WiringNames.ZONE,
                        Tier.class,
                        model.tier(),
                        Plan.class,
                        model.plan(),
                        model.embargo().isZero()
                                ? CodeBlock.of("")
                                : CodeBlock.of("$L,\n", ScheduleCode.length(model.embargo())),
                        lines(subscriptions),
                        list(trainings))
                .build();
    }

    /*
     * new Subscription("SPY", Resolution.DAILY)
     * new Subscription("ES", Resolution.MINUTE, "cme-index")
     */
    private static CodeBlock subscription(SubscriptionModel subscription) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "new $T($S, $T.$L",
                        CoreTypes.SUBSCRIPTION,
                        subscription.symbol(),
                        Resolution.class,
                        subscription.resolution());
        if (subscription.marketStated()) {
            code.add(", $S", subscription.market().name());
        }
        return code.add(")").build();
    }

    private static MethodSpec.Builder definition() {
        return MethodSpec.methodBuilder("definition")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(CoreTypes.STRATEGY_DEFINITION);
    }

    private static MethodSpec.Builder wire() {
        return MethodSpec.methodBuilder("wire")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(CoreTypes.HOST_PARTS, "host")
                .returns(CoreTypes.WIRED_STRATEGY);
    }

    /*
     * @Override
     * public WiredStrategy wire(HostParts host) {
     *   SundayTrend_Guard guard = new SundayTrend_Guard();
     *   SundayTrend_Component component = new Door(new SundayTrend(), guard);
     *   SundayTrend strategy = component.strategy();
     *   ModelSlot<Line> line = lineSlot(strategy, guard);
     *   return new WiredStrategy(
     *       component,
     *       guard,
     *       List.of(line),
     *       List.of(fitJob(strategy, host, line)),
     *       List.of(tradeHandler(strategy, host)));
     * }
     */
    private static MethodSpec made(MethodSpec.Builder wire, StrategyModel model, WiringNames names) {
        if (model.constructor().isPlain()) {
            wire.addStatement("$1T guard = new $1T()", model.names().guard())
                    .addStatement(
                            "$T component = new $L(new $T(), guard)",
                            model.names().component(),
                            DOOR,
                            model.type());
        }
        wire.addStatement("$T strategy = component.strategy()", model.type());
        for (SlotModel slot : model.slots()) {
            wire.addStatement(
                    "$T $N = $N(strategy, guard)", slotType(slot), names.variable(slot), slot.field() + "Slot");
        }
        List<CodeBlock> slots = model.slots().stream()
                .map(slot -> CodeBlock.of("$N", names.variable(slot)))
                .toList();
        List<CodeBlock> jobs = model.trainings().stream()
                .map(training -> CodeBlock.of(
                        "$N($L)",
                        jobName(training),
                        String.join(
                                ", ",
                                Arguments.of(training, names.walk(training), fills(training, names))
                                        .passed())))
                .toList();
        List<CodeBlock> handlers = model.handlers().stream()
                .map(handler -> CodeBlock.of(
                        "$N($L)",
                        handlerName(handler),
                        String.join(", ", Arguments.of(handler).passed())))
                .toList();
        return wire.addStatement(
                        "return new $T(\ncomponent,\nguard,\n$L,\n$L,\n$L)",
                        CoreTypes.WIRED_STRATEGY,
                        list(slots),
                        lines(jobs),
                        lines(handlers))
                .build();
    }

    /*
     * @Override
     * public WiredStrategy wire(HostParts host) {
     *   SundayTrend_Guard guard = new SundayTrend_Guard();
     *   return wire(host, guard, DaggerSundayTrend_Component_Graph.factory().create(host, guard));
     * }
     */
    private static MethodSpec wire(StrategyModel model) {
        return wire().addStatement("$1T guard = new $1T()", model.names().guard())
                .addStatement(
                        "return wire(host, guard, $T.factory().create(host, guard))",
                        model.names().daggerComponent())
                .build();
    }

    /*
     * // Also for the graphs of tests.
     * static WiredStrategy wire(HostParts host, SundayTrend_Guard guard, SundayTrend_Component component) {
     *   SundayTrend strategy = component.strategy();
     *   ...
     * }
     */
    private static MethodSpec.Builder wireGraph(StrategyModel model) {
        return MethodSpec.methodBuilder("wire")
                .addJavadoc("With a graph of its own, or of a test.")
                .addModifiers(Modifier.STATIC)
                .addParameter(CoreTypes.HOST_PARTS, "host")
                .addParameter(model.names().guard(), "guard")
                .addParameter(model.names().component(), "component")
                .returns(CoreTypes.WIRED_STRATEGY);
    }

    /*
     * private static ModelSlot<Line> lineSlot(SundayTrend strategy, SundayTrend_Guard guard) {
     *   return new ModelSlot<>(
     *       guard.line, ObjectType.of(Line.class), Format.AUTO, () -> strategy.line, value -> strategy.line = value)
     *       .gated(PromotionGate.on("rmse", Better.LOWER))
     *       .refreshing();
     * }
     */
    private static MethodSpec slot(SlotModel slot, StrategyModel model) {
        return method(slot.field() + "Slot", slotType(slot))
                .addParameter(model.type(), "strategy")
                .addParameter(model.names().guard(), "guard")
                .addStatement(
                        "return new $1T<>(\nguard.$2N,\n$3L,\n$4T.$5L,\n() -> strategy.$2N,\nvalue -> strategy.$2N = value$6L)$7L",
                        CoreTypes.MODEL_SLOT,
                        slot.field(),
                        objectType(slot.type()),
                        io.trainyard.Format.class,
                        slot.format(),
                        slot.age().equals(AgeModel.unlimited()) ? "" : CodeBlock.of(",\n$L", PolicyCode.of(slot.age())),
                        chosen(slot))
                .build();
    }

    /** What of a slot differs from others after it is made. */
    private static CodeBlock chosen(SlotModel slot) {
        CodeBlock.Builder code = CodeBlock.builder();
        slot.gate().ifPresent(gate -> code.add("\n.gated($L)", PolicyCode.of(gate)));
        if (slot.refresh()) {
            code.add("\n.refreshing()");
        }
        return code.build();
    }

    /*
     * ObjectType.of(Line.class), and for generic types: new ObjectType<List<Line>>() {}
     */
    private static CodeBlock objectType(TypeName type) {
        return Generics.isIn(type)
                ? CodeBlock.of("new $T<$T>() {}", CoreTypes.OBJECT_TYPE, type)
                : CodeBlock.of("$T.of($T.class)", CoreTypes.OBJECT_TYPE, type);
    }

    /*
     * private static TrainingJob fitJob(SundayTrend strategy, HostParts host, ModelSlot<Line> line) {
     *   History history = host.history();
     *   return TrainingJob.returning(FIT, line, () -> strategy.fit(history));
     * }
     *
     * and where it has a walk forward
     *
     *   Training training = host.training();
     *   return TrainingJob.returning(FIT, line, () -> strategy.fit(history, FIT_WALK.asOf(training.startedAt())));
     */
    private static MethodSpec job(TrainingModel training, StrategyModel model, WiringNames names) {
        Arguments arguments = Arguments.of(training, names.walk(training), fills(training, names));
        MethodSpec.Builder job = method(jobName(training), CoreTypes.TRAINING_JOB);
        arguments.declare(job, model);
        CodeBlock filled = training.returning()
                ? CodeBlock.of("$N", names.variable(training.fills().get(0)))
                : list(training.fills().stream()
                        .map(slot -> CodeBlock.of("$N", names.variable(slot)))
                        .toList());
        return job.addStatement(
                        "return $T.$L($N, $L, () -> strategy.$N($L))",
                        CoreTypes.TRAINING_JOB,
                        training.returning() ? "returning" : "writing",
                        names.constant(training),
                        filled,
                        training.method(),
                        arguments.taken())
                .build();
    }

    /*
     * private static DataHandler tradeHandler(SundayTrend strategy, HostParts host) {
     *   Portfolio portfolio = host.portfolio();
     *   return new DataHandler("trade", false, slice -> strategy.trade(slice, portfolio));
     * }
     *
     * and where it takes a bar
     *
     *   return new DataHandler("trade", false, slice -> {
     *     for (int i = 0; i < slice.size(); i++) {
     *       strategy.trade(slice.bar(i), portfolio);
     *     }
     *   });
     */
    private static MethodSpec handler(HandlerModel handler, StrategyModel model) {
        Arguments arguments = Arguments.of(handler);
        MethodSpec.Builder method = method(handlerName(handler), CoreTypes.DATA_HANDLER);
        arguments.declare(method, model);
        CodeBlock required = required(handler);
        if (!arguments.perBar()) {
            return method.addStatement(
                            "return new $T($S, $L$L, slice -> strategy.$N($L))",
                            CoreTypes.DATA_HANDLER,
                            handler.name(),
                            handler.always(),
                            required,
                            handler.method(),
                            arguments.taken())
                    .build();
        }
        return method.addCode(
                        "return new $T($S, $L$L, slice -> {\n$>",
                        CoreTypes.DATA_HANDLER,
                        handler.name(),
                        handler.always(),
                        required)
                .beginControlFlow("for (int i = 0; i < slice.size(); i++)")
                .addStatement("strategy.$N($L)", handler.method(), arguments.taken())
                .endControlFlow()
                .addCode("$<});\n")
                .build();
    }

    /*
     * , List.of(guard.line)
     */
    private static CodeBlock required(HandlerModel handler) {
        return handler.requires().isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of(
                        ", $L",
                        list(handler.requires().stream()
                                .map(slot -> CodeBlock.of("guard.$N", slot.field()))
                                .toList()));
    }

    private static MethodSpec.Builder method(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(result);
    }

    private static TypeName slotType(SlotModel slot) {
        return ParameterizedTypeName.get(CoreTypes.MODEL_SLOT, slot.type().withoutAnnotations());
    }

    private static Map<String, TypeName> fills(TrainingModel training, WiringNames names) {
        Map<String, TypeName> fills = new LinkedHashMap<>();
        training.fills().forEach(slot -> fills.put(names.variable(slot), slotType(slot)));
        return fills;
    }

    private static String jobName(TrainingModel training) {
        return training.name() + "Job";
    }

    private static String handlerName(HandlerModel handler) {
        return handler.name() + "Handler";
    }

    /** {@code List.of(a, b)}. */
    private static CodeBlock list(List<CodeBlock> items) {
        return CodeBlock.of("$T.of($L)", List.class, items.stream().collect(CodeBlock.joining(", ")));
    }

    /** The same, an item on each line where there are several. */
    private static CodeBlock lines(List<CodeBlock> items) {
        return items.size() < 2
                ? list(items)
                : CodeBlock.of("$T.of(\n$>$>$L$<$<)", List.class, items.stream().collect(CodeBlock.joining(",\n")));
    }
}
