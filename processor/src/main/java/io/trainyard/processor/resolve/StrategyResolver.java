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
import io.trainyard.processor.model.ScheduleModel;
import io.trainyard.processor.model.SlotModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.SubscriptionModel;
import io.trainyard.processor.model.TrainingModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.ConstructorSource;
import io.trainyard.processor.source.FieldSource;
import io.trainyard.processor.source.HandlerSource;
import io.trainyard.processor.source.StrategySource;
import io.trainyard.processor.source.SubscribeSource;
import io.trainyard.processor.source.TrainSource;
import java.time.DayOfWeek;
import java.time.LocalTime;
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
        ZoneId zone = value(ZoneWord.parse(source.zone().text()), source.zone().place(), ZoneOffset.UTC, problems);
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
                source.subscriptions().stream()
                        .map(subscribe -> subscription(subscribe, problems))
                        .toList(),
                slots,
                trainings(source, name, slots, parts, problems),
                handlers(source, parts),
                constructor(source));
    }

    private static SubscriptionModel subscription(SubscribeSource subscribe, Consumer<Problem> problems) {
        String text = subscribe.symbol().text();
        Place place = subscribe.symbol().place();
        return new SubscriptionModel(
                value(SymbolWord.parse(text), place, text, problems), subscribe.resolution(), place);
    }

    private static SlotModel slot(FieldSource field, Consumer<Problem> problems) {
        String text = field.key().text();
        String key = value(KeyWord.parse(text), field.key().place(), text, problems);
        return new SlotModel(
                field.name(),
                field.type().name(),
                key,
                format(field.format(), field.type().name()),
                field.place(),
                field.key().place());
    }

    private static Format format(Format typed, TypeName type) {
        if (typed != Format.AUTO) {
            return typed;
        }
        return type.equals(STRING) ? Format.TEXT : type.equals(BYTES) ? Format.BYTES : Format.JSON;
    }

    private static List<TrainingModel> trainings(
            StrategySource source, String name, List<SlotModel> slots, PartResolver parts, Consumer<Problem> problems) {
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
            trainings.add(new TrainingModel(
                    training.method().name(),
                    names.claim(training.method().name()),
                    schedules(training, problems),
                    LimitResolver.resolve(training, problems),
                    LimitResolver.word(training).place(),
                    !training.method().result().name().equals(TypeName.VOID),
                    fills.get(i),
                    parts.ofTraining(training.method()),
                    training.method().place()));
        }
        return trainings;
    }

    private static List<ScheduleModel> schedules(TrainSource training, Consumer<Problem> problems) {
        List<ScheduleModel> schedules = new ArrayList<>();
        for (TrainSource.Occasion occasion : training.occasions()) {
            schedule(occasion, problems).ifPresent(schedules::add);
        }
        return schedules;
    }

    private static Optional<ScheduleModel> schedule(TrainSource.Occasion occasion, Consumer<Problem> problems) {
        List<DayOfWeek> days =
                occasion.days().stream().map(TrainSource.Day::day).toList();
        if (occasion.at().isEmpty()) {
            if (days.isEmpty()) {
                return Optional.of(new ScheduleModel.AtDeployment(occasion.place()));
            }
            String typed = "day = " + (days.size() == 1 ? days.get(0) : "{" + joined(days) + "}");
            problems.accept(new Problem(
                    Code.TY204,
                    occasion.days().get(0).place(),
                    typed + " has no time of day beside it.",
                    "a training on days of the week says at what time; only a bare @Train, once at deployment, has none.",
                    typed + ", at = \"08:00\""));
            return Optional.empty();
        }
        Parsed<LocalTime> time = TimeOfDay.parse(occasion.at().text(), days);
        if (time instanceof Parsed.Broken<LocalTime> broken) {
            problems.accept(broken.at(occasion.at().place()));
            return Optional.empty();
        }
        if (days.isEmpty()) {
            problems.accept(new Problem(
                    Code.TY205,
                    occasion.at().place(),
                    "at = \"" + occasion.at().text() + "\" has no day of the week beside it.",
                    "a time of day says nothing about the days, and no day is taken for granted.",
                    "day = SUNDAY, at = \"" + occasion.at().text() + "\""));
            return Optional.empty();
        }
        LocalTime at = ((Parsed.Value<LocalTime>) time).value();
        return Optional.of(new ScheduleModel.Weekly(
                occasion.days().stream()
                        .map(day -> new ScheduleModel.Day(day.day(), day.place()))
                        .toList(),
                at,
                occasion.place(),
                occasion.at().place()));
    }

    private static String joined(List<DayOfWeek> days) {
        return String.join(", ", days.stream().map(DayOfWeek::name).toList());
    }

    private static List<HandlerModel> handlers(StrategySource source, PartResolver parts) {
        List<String> methods = source.handlers().stream()
                .map(handler -> handler.method().name())
                .toList();
        DistinctNames names = new DistinctNames(List.of(), methods);
        List<HandlerModel> handlers = new ArrayList<>();
        for (HandlerSource handler : source.handlers()) {
            List<Part> taken = parts.ofHandler(handler.method());
            String method = handler.method().name();
            handlers.add(new HandlerModel(method, names.claim(method), handler.always(), taken));
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
