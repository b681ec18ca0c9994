package io.trainyard.testkit;

import io.trainyard.testkit.TimelineEvent.Kind;
import io.trainyard.training.Outcome;
import io.trainyard.training.TrainingRun;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Assertions on the runs of a training that came to one kind of end. Each of its own says more of them; those of the strategy
 * go on as before.
 */
public final class RunAssert extends AbstractStrategyAssert<RunAssert> {

    private final String training;
    private final Kind kind;
    private final List<TrainingRun> all;
    private List<TrainingRun> runs;
    private String described;

    RunAssert(StrategyDriver driver, String training, Kind kind) {
        super(driver, RunAssert.class);
        RunFinder finder = new RunFinder(driver, training);
        this.training = training;
        this.kind = kind;
        this.all = finder.all();
        this.runs = finder.of(kind);
        this.described = "to have " + verb();
        check(!runs.isEmpty(), described, this::otherwise);
    }

    private String verb() {
        return switch (kind) {
            case TRAINED -> "trained " + training;
            case DENIED -> "been denied " + training;
            case OVER_LIMIT -> "run " + training + " over its limit";
            case CANCELLED -> "cancelled " + training;
            case SKIPPED -> "skipped " + training;
            case NOT_PROMOTED -> "held back what " + training + " made";
            default -> "failed to train " + training;
        };
    }

    /** One that was due at this time. */
    public RunAssert at(String time) {
        Instant due = actual.parse(time);
        return narrow(run -> run.due().equals(due), " at " + actual.show(due));
    }

    /** One that came to its end at this time. */
    public RunAssert endingAt(String time) {
        Instant end = actual.parse(time);
        return narrow(run -> run.settledAt().equals(end), " with its end at " + actual.show(end));
    }

    /** One that ended so for a reason which contains this. */
    public RunAssert because(String reason) {
        return narrow(run -> Told.reason(run.outcome()).contains(reason), " because \"" + reason + "\"");
    }

    /** One that failed of this. */
    public RunAssert with(Class<? extends Throwable> cause) {
        return narrow(
                run -> run.outcome() instanceof Outcome.Failed failed && cause.isInstance(failed.cause()),
                " with " + cause.getSimpleName());
    }

    /** One that made a version with this number. */
    public RunAssert version(long number) {
        return narrow(
                run -> run.outcome() instanceof Outcome.Succeeded succeeded
                        && succeeded.versions().stream().anyMatch(version -> version.number() == number),
                " to version " + number);
    }

    /** So many of those of which all that was said before holds. */
    public RunAssert times(int count) {
        return check(runs.size() == count, described + " " + count + " times", this::otherwise);
    }

    private RunAssert narrow(Predicate<TrainingRun> holds, String words) {
        described += words;
        runs = runs.stream().filter(holds).toList();
        return check(!runs.isEmpty(), described, this::otherwise);
    }

    private String otherwise() {
        return all.isEmpty()
                ? training + " was not due"
                : all.stream()
                        .map(run -> training + " due at " + actual.show(run.due()) + " was "
                                + Told.kind(run.outcome()).word() + reason(run))
                        .collect(Collectors.joining(",\n    "));
    }

    private static String reason(TrainingRun run) {
        String reason = Told.reason(run.outcome());
        return reason.isEmpty() ? "" : ": " + reason;
    }
}
