package io.trainyard.processor.resolve;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.trainyard.Format;
import io.trainyard.processor.model.ConstructorModel;
import io.trainyard.processor.model.DistinctNames;
import io.trainyard.processor.model.GeneratedNames;
import io.trainyard.processor.model.HandlerModel;
import io.trainyard.processor.model.Part;
import io.trainyard.processor.model.SlotModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.SubscriptionModel;
import io.trainyard.processor.model.TrainingModel;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.ConstructorSource;
import io.trainyard.processor.source.FieldSource;
import io.trainyard.processor.source.HandlerSource;
import io.trainyard.processor.source.StrategySource;
import io.trainyard.processor.source.SubscribeSource;
import io.trainyard.processor.source.TrainSource;
import io.trainyard.processor.source.Word;
import io.trainyard.schedule.declared.Market;
import io.trainyard.schedule.declared.MarketWord;
import io.trainyard.schedule.declared.Setting;
import io.trainyard.schedule.declared.ZoneWord;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes a model of a strategy from its words. */
public final class StrategyResolver {

    private static final TypeName STRING = ClassName.get(String.class);
    private static final TypeName BYTES = ArrayTypeName.of(TypeName.BYTE);

    private final Setting.MarketSource markets;

    /** A resolver that finds markets there. */
    public StrategyResolver(Setting.MarketSource markets) {
        this.markets = markets;
    }

    /**
     * The model of a strategy. Where a word means nothing, the problem is reported and the model holds a stand-in, or
     * leaves out what cannot have one.
     */
    public StrategyModel resolve(StrategySource source, Consumer<Problem> problems) {
        String name = value(
                StrategyName.parse(source.name().text(), source.type().simpleName()),
                source.name().place(),
                source.type().canonicalName(),
                problems);
        ZoneId zone = ZoneWord.ofStrategy(
                        source.zone().text(),
                        mistake -> problems.accept(
                                ScheduleResolver.problem(mistake, source.zone().place())))
                .orElse(ZoneOffset.UTC);
        List<SubscriptionModel> subscriptions = source.subscriptions().stream()
                .map(subscribe -> subscription(subscribe, problems))
                .toList();
        List<SlotModel> slots =
                source.fields().stream().map(field -> slot(field, problems)).toList();
        PartResolver parts = new PartResolver(source.shown(), new GeneratedNames(source.type()), problems);
        return new StrategyModel(
                source.type(),
                source.binaryName(),
                source.declaration().open(),
                name,
                source.name().place(),
                zone,
                source.tier(),
                source.plan(),
                embargo(source.embargo(), problems),
                subscriptions,
                slots,
                trainings(
                        source,
                        name,
                        slots,
                        parts,
                        new ScheduleResolver(zone, subscriptions, markets, problems),
                        problems),
                handlers(source, parts, new NeedResolver(source.shown(), slots, problems)),
                constructor(source));
    }

    private static Duration embargo(Word typed, Consumer<Problem> problems) {
        return typed.isEmpty()
                ? Duration.ZERO
                : value(LengthOfTime.EMBARGO.parse(typed.text()), typed.place(), Duration.ZERO, problems);
    }

    private SubscriptionModel subscription(SubscribeSource subscribe, Consumer<Problem> problems) {
        String text = subscribe.symbol().text();
        Place place = subscribe.symbol().place();
        Market market = MarketWord.ofSubscription(
                        subscribe.market().text(),
                        markets,
                        mistake -> problems.accept(ScheduleResolver.problem(
                                mistake, subscribe.market().place())))
                .orElseGet(Setting::standIn);
        return new SubscriptionModel(
                value(SymbolWord.parse(text), place, text, problems),
                subscribe.resolution(),
                market,
                subscribe.marketStated(),
                place);
    }

    private static SlotModel slot(FieldSource field, Consumer<Problem> problems) {
        String text = field.key().text();
        String key = value(KeyWord.parse(text), field.key().place(), text, problems);
        return new SlotModel(
                field.name(),
                field.type().name(),
                key,
                format(field.format(), field.type().name()),
                AgeResolver.resolve(field, problems),
                GateResolver.resolve(field, problems),
                field.refresh(),
                field.place(),
                field.key().place());
    }

    /** Of other types than these the host decides, which finds codecs for models of libraries. */
    private static Format format(Format typed, TypeName type) {
        if (typed != Format.AUTO) {
            return typed;
        }
        return type.equals(STRING) ? Format.TEXT : type.equals(BYTES) ? Format.BYTES : Format.AUTO;
    }

    private static List<TrainingModel> trainings(
            StrategySource source,
            String name,
            List<SlotModel> slots,
            PartResolver parts,
            ScheduleResolver schedules,
            Consumer<Problem> problems) {
        // a method that is a handler too is told so, and nothing else
        List<TrainSource> sources = source.trainings().stream()
                .filter(training -> source.handlers().stream()
                        .noneMatch(handler -> handler.method()
                                .place()
                                .equals(training.method().place())))
                .toList();
        List<List<SlotModel>> fills = new FillResolver(source, sources, name, slots, problems).resolve();
        List<String> methods =
                sources.stream().map(training -> training.method().name()).toList();
        DistinctNames names = new DistinctNames(List.of(), methods);
        List<TrainingModel> trainings = new ArrayList<>();
        for (int i = 0; i < fills.size(); i++) {
            TrainSource training = sources.get(i);
            Duration limit = LimitResolver.resolve(training, problems);
            trainings.add(new TrainingModel(
                    training.method().name(),
                    names.claim(training.method().name()),
                    training.occasions().stream()
                            .flatMap(occasion -> schedules.resolve(occasion.schedule()).stream())
                            .toList(),
                    limit,
                    RunsResolver.resolve(training.runs(), limit, problems),
                    WalkResolver.resolve(training, problems),
                    LimitResolver.word(training).place(),
                    !training.method().result().name().equals(TypeName.VOID),
                    fills.get(i),
                    parts.ofTraining(training.method()),
                    training.method().place()));
        }
        return trainings;
    }

    private static List<HandlerModel> handlers(StrategySource source, PartResolver parts, NeedResolver needs) {
        List<String> methods = source.handlers().stream()
                .map(handler -> handler.method().name())
                .toList();
        DistinctNames names = new DistinctNames(List.of(), methods);
        List<HandlerModel> handlers = new ArrayList<>();
        for (HandlerSource handler : source.handlers()) {
            List<Part> taken = parts.ofHandler(handler.method());
            String method = handler.method().name();
            handlers.add(
                    new HandlerModel(method, names.claim(method), handler.always(), needs.resolve(handler), taken));
        }
        return handlers;
    }

    /** The constructor that is used: the only one, or the one with {@code @Inject}. */
    private static ConstructorModel constructor(StrategySource source) {
        List<TypeName> modules =
                source.modules().stream().map(module -> module.type().name()).toList();
        Optional<ConstructorSource> used = source.constructors().size() == 1
                ? Optional.of(source.constructors().get(0))
                : source.constructors().stream()
                        .filter(ConstructorSource::inject)
                        .findFirst();
        List<ConstructorModel.Argument> arguments = used.map(ConstructorSource::parameters).orElse(List.of()).stream()
                .map(parameter -> new ConstructorModel.Argument(
                        parameter.name(), parameter.type().name(), parameter.annotations()))
                .toList();
        return new ConstructorModel(arguments, modules);
    }

    private static <T> T value(Parsed<T> parsed, Place place, T standIn, Consumer<Problem> problems) {
        if (parsed instanceof Parsed.Broken<T> broken) {
            problems.accept(broken.at(place));
            return standIn;
        }
        return ((Parsed.Value<T>) parsed).value();
    }
}
