package io.trainyard.testkit.laws;

import io.trainyard.training.Outcome;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.TrainingRun;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Law#RUNS}, {@link Law#WITHIN_LIMIT} and {@link Law#WITHIN_BUDGET}: what one run is enough for. */
final class TrainingTrial {

    private TrainingTrial() {}

    static Verdict runs(Subject subject) {
        Transcript usual = subject.usual();
        @Nullable Throwable failure = usual.failure();
        if (failure != null) {
            return subject.broken(
                    Law.RUNS,
                    "it fails: " + Transcript.words(failure)
                            + (failure.getCause() == null ? "" : ", since " + Transcript.words(failure.getCause())),
                    place(failure),
                    "a handler that throws ends its strategy. Its classes are loaded anew for each run: what a test or a main"
                            + " method has put into their static fields is not there",
                    "have it run on any bars; hand over what it needs by the modules of @Strategy",
                    "");
        }
        if (usual.events().isEmpty()) {
            return subject.broken(
                    Law.RUNS,
                    "it trains nothing, saves nothing and orders nothing on these bars",
                    "",
                    "laws are tried by comparing decisions, and nothing can be said of a strategy that makes none",
                    "give bars and days on which it does: @StrategyLaws(bars = ..., from = ..., to = ...)",
                    "");
        }
        return new Verdict.Kept(
                Law.RUNS,
                subject.trainings().size() + " trainings, "
                        + usual.events().stream()
                                .filter(event -> event.rank() == Event.ORDER)
                                .count()
                        + " orders");
    }

    private static String place(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getStackTrace().length == 0 ? "" : "      at " + deepest.getStackTrace()[0];
    }

    static Verdict limit(Subject subject) {
        for (TrainingRun run : subject.trainings()) {
            Duration limit = limit(subject, run);
            Optional<Duration> took = took(run.outcome());
            if (run.outcome() instanceof Outcome.OverLimit
                    || took.filter(span -> span.compareTo(limit) > 0).isPresent()) {
                return subject.broken(
                        Law.WITHIN_LIMIT,
                        run.training() + ", due at " + subject.time(run.due()) + ", took "
                                + took.map(Duration::toMillis).orElse(0L) + " ms of machine time and may take "
                                + limit.toMillis() + " ms",
                        "",
                        "live its result would be refused, and the old model would stay",
                        "raise @Train(limit), have it learn from less, or end it early: ask Training.remainingTime() and call"
                                + " Training.checkpoint()",
                        "");
            }
        }
        return new Verdict.Kept(
                Law.WITHIN_LIMIT,
                subject.trainings().size() + " trainings, the longest took "
                        + subject.trainings().stream()
                                .flatMap(run -> took(run.outcome()).stream())
                                .mapToLong(Duration::toMillis)
                                .max()
                                .orElse(0)
                        + " ms");
    }

    private static Duration limit(Subject subject, TrainingRun run) {
        return subject.definition().trainings().stream()
                .filter(training -> training.name().equals(run.training()))
                .map(TrainingDefinition::limit)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Duration> took(Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded succeeded) {
            return Optional.of(succeeded.took());
        }
        if (outcome instanceof Outcome.NotPromoted not) {
            return Optional.of(not.took());
        }
        if (outcome instanceof Outcome.Failed failed) {
            return Optional.of(failed.took());
        }
        return outcome instanceof Outcome.OverLimit over ? Optional.of(over.took()) : Optional.empty();
    }

    static Verdict budget(Subject subject) {
        for (TrainingRun run : subject.trainings()) {
            if (run.outcome() instanceof Outcome.Refused refused) {
                return subject.broken(
                        Law.WITHIN_BUDGET,
                        run.training() + ", due at " + subject.time(run.due()) + ", was refused: " + refused.reason(),
                        "",
                        "the old model goes on serving, older with each refusal",
                        "train less often, lower @Train(limit), which is what a run reserves, take a larger tier, or say @Runs"
                                + "(unaffordable = DEFER)",
                        "");
            }
        }
        return new Verdict.Kept(Law.WITHIN_BUDGET, subject.trainings().size() + " trainings, none was refused");
    }
}
