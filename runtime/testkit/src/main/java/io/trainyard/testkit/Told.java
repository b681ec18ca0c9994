package io.trainyard.testkit;

import io.trainyard.host.HostListener;
import io.trainyard.host.Restoration;
import io.trainyard.host.StrategyFailedException;
import io.trainyard.store.ModelVersion;
import io.trainyard.strategy.ModelGuard;
import io.trainyard.testkit.TimelineEvent.Kind;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.Outcome;
import io.trainyard.training.StartedRun;
import io.trainyard.training.TrainingRun;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Listens to the host, and writes the timeline. */
final class Told implements HostListener {

    private final Timeline timeline;
    private final Supplier<Instant> now;
    private final ZoneId zone;
    private final List<TrainingRun> runs = new ArrayList<>();
    private @Nullable StrategyFailedException failure;

    Told(Timeline timeline, Supplier<Instant> now, ZoneId zone) {
        this.timeline = timeline;
        this.now = now;
        this.zone = zone;
    }

    List<TrainingRun> runs() {
        return List.copyOf(runs);
    }

    /** What the strategy has failed of since it was asked last. */
    @Nullable
    StrategyFailedException failure() {
        StrategyFailedException why = failure;
        failure = null;
        return why;
    }

    @Override
    public void started(StartedRun run) {
        timeline.add(
                run.startedAt(),
                Kind.STARTED,
                run.training(),
                due(run.due(), run.startedAt())
                        + (run.attempt() == 1 ? "" : "attempt " + run.attempt() + ", ")
                        + "limit " + words(run.limit()));
    }

    private String due(Instant due, Instant at) {
        return due.equals(at) ? "" : "due " + MarketTimes.show(due, zone) + ", ";
    }

    @Override
    public void trained(TrainingRun run) {
        runs.add(run);
        Outcome outcome = run.outcome();
        timeline.add(run.settledAt(), kind(outcome), run.training(), due(run.due(), run.settledAt()) + text(outcome));
    }

    static Kind kind(Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded) {
            return Kind.TRAINED;
        }
        if (outcome instanceof Outcome.Refused) {
            return Kind.DENIED;
        }
        if (outcome instanceof Outcome.Failed) {
            return Kind.FAILED;
        }
        if (outcome instanceof Outcome.OverLimit) {
            return Kind.OVER_LIMIT;
        }
        if (outcome instanceof Outcome.Cancelled) {
            return Kind.CANCELLED;
        }
        return outcome instanceof Outcome.NotPromoted ? Kind.NOT_PROMOTED : Kind.SKIPPED;
    }

    private static String text(Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded succeeded) {
            return succeeded.versions().stream()
                    .map(version -> version.key() + " version " + version.number())
                    .collect(Collectors.joining(", "));
        }
        return reason(outcome);
    }

    /** Why a run did not succeed, in words; empty if it did. */
    static String reason(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused.reason();
        }
        if (outcome instanceof Outcome.Failed failed) {
            return failed.reason();
        }
        if (outcome instanceof Outcome.OverLimit over) {
            return over.reason();
        }
        if (outcome instanceof Outcome.Cancelled cancelled) {
            return cancelled.reason();
        }
        if (outcome instanceof Outcome.NotPromoted held) {
            return held.reason();
        }
        return outcome instanceof Outcome.Skipped skipped ? skipped.reason() : "";
    }

    @Override
    public void paused(String training, int failures) {
        timeline.add(now.get(), Kind.PAUSED, training, failures + " failures in a row");
    }

    @Override
    public void aged(ModelStatus model, Instant at) {
        timeline.add(at, Kind.AGED, model.key(), "is " + model.state());
    }

    @Override
    public void refreshed(ModelVersion version) {
        timeline.add(now.get(), Kind.REFRESHED, version.key(), "version " + version.number());
    }

    @Override
    public void stopped(@Nullable StrategyFailedException why) {
        failure = why;
        timeline.add(now.get(), Kind.STOPPED, "", why == null ? "" : String.valueOf(why.getMessage()));
    }

    static String words(java.time.Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 60 == 0 && seconds > 0) {
            return seconds / 60 + (seconds == 60 ? " minute" : " minutes");
        }
        return time.toNanosPart() == 0 ? seconds + (seconds == 1 ? " second" : " seconds") : time.toString();
    }

    /** What deployment found for a model. */
    static String restored(Restoration found) {
        if (found.version() != null) {
            return found.key() + " restored, version " + found.version().number();
        }
        return found.problem() == null
                ? "nothing yet for " + found.key()
                : found.key() + " not restored: " + found.problem();
    }

    /** Which models keep handlers from being called. */
    static String unready(ModelGuard guard) {
        return guard.models().stream()
                .filter(model -> !model.isReady())
                .map(model -> model.key() + " is " + model.state())
                .collect(Collectors.joining(", ", "withheld, ", ""));
    }
}
