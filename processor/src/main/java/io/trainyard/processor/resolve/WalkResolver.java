package io.trainyard.processor.resolve;

import io.trainyard.processor.model.CoreTypes;
import io.trainyard.processor.model.WalkModel;
import io.trainyard.processor.model.WindowLength;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.MethodSource;
import io.trainyard.processor.source.ParameterSource;
import io.trainyard.processor.source.TrainSource;
import io.trainyard.processor.source.WalkSource;
import io.trainyard.processor.source.Word;
import io.trainyard.schedule.Words;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Resolves the walk forward of a training. */
final class WalkResolver {

    private final Consumer<Problem> problems;

    private WalkResolver(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** The walk; empty where there is none, or one whose words mean nothing. */
    static Optional<WalkModel> resolve(TrainSource training, Consumer<Problem> problems) {
        MethodSource method = training.method();
        Optional<ParameterSource> taken = method.parameters().stream()
                .filter(parameter -> parameter.type().name().equals(CoreTypes.WALK))
                .findFirst();
        if (training.walk().isEmpty()) {
            taken.ifPresent(parameter -> problems.accept(new Problem(
                    Code.TY265,
                    parameter.place(),
                    method.name() + " takes " + parameter.type().shown() + " " + parameter.name()
                            + ", and no @WalkForward says which.",
                    "a walk has a training window, a test and a purge, which its training declares.",
                    "@WalkForward(train = \"P2Y\", test = \"P3M\", purge = \"P14D\") beside @Train")));
            return Optional.empty();
        }
        WalkSource walk = training.walk().get();
        if (taken.isEmpty()) {
            problems.accept(new Problem(
                    Code.TY264,
                    walk.place(),
                    "@WalkForward does nothing here: " + method.name() + " takes no Walk.",
                    "a walk is handed to the method, as of the market time of its run, and it is the method that tests.",
                    method.result().shown() + " " + method.name() + "(Walk walk, ...)"));
        }
        return new WalkResolver(problems).resolve(walk);
    }

    private Optional<WalkModel> resolve(WalkSource source) {
        Optional<WindowLength> train =
                value(WindowWord.parse("train", source.train().text(), "P2Y"), source.train());
        Optional<WindowLength> test =
                value(WindowWord.parse("test", source.test().text(), "P3M"), source.test());
        Optional<WindowLength> step = source.step().isEmpty()
                ? test
                : value(WindowWord.parse("step", source.step().text(), "P3M"), source.step());
        Optional<Duration> purge = value(LengthOfTime.PURGE.parse(source.purge().text()), source.purge());
        Optional<Duration> embargo = source.embargo().isEmpty()
                ? Optional.of(Duration.ZERO)
                : value(LengthOfTime.WALK_EMBARGO.parse(source.embargo().text()), source.embargo());
        if (train.isEmpty() || test.isEmpty() || step.isEmpty() || purge.isEmpty() || embargo.isEmpty()) {
            return Optional.empty();
        }
        Duration cut = purge.get().plus(embargo.get());
        if (train.get().shortest().compareTo(cut) <= 0) {
            problems.accept(leavesNothing(source, cut));
        }
        return Optional.of(new WalkModel(
                train.get(),
                test.get(),
                step.get(),
                source.anchored(),
                purge.get(),
                embargo.get(),
                source.test().place()));
    }

    private static Problem leavesNothing(WalkSource source, Duration cut) {
        String purge = "purge = \"" + source.purge().text() + "\"";
        return new Problem(
                Code.TY262,
                source.train().place(),
                source.embargo().isEmpty()
                        ? purge + " can leave nothing of train = \""
                                + source.train().text() + "\"."
                        : purge + " and embargo = \"" + source.embargo().text() + "\" can leave nothing of train = \""
                                + source.train().text() + "\".",
                "they are cut off the end of each training window, also of the shortest that the calendar has.",
                "a training window of more than " + Words.length(cut) + ", by as much as a model has to see");
    }

    private <T> Optional<T> value(Parsed<T> parsed, Word word) {
        if (parsed instanceof Parsed.Broken<T> broken) {
            problems.accept(broken.at(word.place()));
            return Optional.empty();
        }
        return Optional.of(((Parsed.Value<T>) parsed).value());
    }
}
