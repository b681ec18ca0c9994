package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import io.trainyard.time.MarketClock;
import io.trainyard.training.flight.FlightLog;
import io.trainyard.training.flight.FlightLog.Refusal;
import io.trainyard.training.flight.RunFlight.Named;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of what becomes of trainings: the log {@code io.trainyard.runs}, flight recordings of the JVM, listeners. A run has one name
 * in all of them, which is that of the ledger.
 */
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger("io.trainyard.runs");

    private final String strategy;
    private final MarketClock clock;
    private final TrainingListener listener;

    Announcer(String strategy, MarketClock clock, TrainingListener listener) {
        this.strategy = strategy;
        this.clock = clock;
        this.listener = new SafeListener(listener);
    }

    /** A training has its turn, now or when what is in its way is gone. */
    void due(Occasion occasion) {
        FlightLog.due(named(occasion), occasion.due(), clock.now());
        log(occasion, () -> LOG.debug("{} ({}) was due at {}", id(occasion), occasion.training(), occasion.due()));
    }

    /** It waits for its budget. */
    void waits(Occasion occasion, Instant until, String reason) {
        FlightLog.refused(named(occasion), Refusal.DEFERRED, reason, occasion.due(), clock.now());
        log(occasion, () -> LOG.info("{} ({}) waits until {}: {}", id(occasion), occasion.training(), until, reason));
        listener.waits(occasion.number(), occasion.training(), until, reason);
    }

    void started(Run run) {
        Occasion occasion = run.occasion();
        log(occasion, () -> LOG.debug("{} ({}) starts, within {}", id(occasion), occasion.training(), run.limit()));
        listener.started(run.started());
    }

    void progressed(Run run, double fraction, String text) {
        listener.progressed(run.started(), fraction, text);
    }

    /** A model is in place. */
    void published(Occasion occasion, ModelVersion version) {
        record(named(occasion), version);
        log(
                occasion,
                () -> LOG.debug(
                        "{} ({}) has put version {} of {} in place",
                        id(occasion),
                        occasion.training(),
                        version.number(),
                        version.key()));
        listener.published(occasion.training(), version);
    }

    /** A model that no run of this strategy's has just made is in place: one that was restored, or is of another process. */
    void published(ModelVersion version) {
        record(new Named(strategy, null, null), version);
    }

    private void record(Named run, ModelVersion version) {
        FlightLog.published(run, version.key(), version.number(), version.size(), version.savedAt(), clock.now());
    }

    /** It has come to its end, without having run if {@code run} is null. */
    void settled(Occasion occasion, TrainingRun settled, @Nullable Run run) {
        Outcome outcome = settled.outcome();
        String reason = outcome.problem().orElse(null);
        if (run != null) {
            run.flight()
                    .commit(
                            named(occasion),
                            occasion.attempt(),
                            occasion.due(),
                            run.startedAt(),
                            settled.settledAt(),
                            run.limit(),
                            outcome.kind().name(),
                            reason);
        } else {
            FlightLog.refused(
                    named(occasion),
                    outcome instanceof Outcome.Skipped ? Refusal.SKIPPED : Refusal.REFUSED,
                    String.valueOf(reason),
                    occasion.due(),
                    settled.settledAt());
        }
        log(occasion, () -> log(occasion, outcome));
        listener.trained(settled);
    }

    private void log(Occasion occasion, Outcome outcome) {
        String id = id(occasion);
        String training = occasion.training();
        if (outcome instanceof Outcome.Succeeded succeeded) {
            LOG.info("{} ({}) has succeeded in {}: {}", id, training, words(succeeded.took()), succeeded.versions());
        } else if (outcome instanceof Outcome.NotPromoted held) {
            LOG.info("{} ({}) is not promoted: {}", id, training, held.reason());
        } else if (outcome instanceof Outcome.Failed failed) {
            LOG.warn("{} ({}) has failed after {}", id, training, words(failed.took()), failed.cause());
        } else if (outcome instanceof Outcome.OverLimit over) {
            LOG.warn("{} ({}) was ended: {}", id, training, over.reason());
        } else if (outcome instanceof Outcome.Cancelled cancelled) {
            LOG.info("{} ({}) was cancelled: {}", id, training, cancelled.reason());
        } else if (outcome instanceof Outcome.Refused refused) {
            LOG.warn("{} ({}) is refused: {}", id, training, refused.reason());
        } else if (outcome instanceof Outcome.Skipped skipped) {
            LOG.info("{} ({}) is skipped: {}", id, training, skipped.reason());
        }
    }

    private static String words(Duration took) {
        return Durations.words(took);
    }

    void paused(String training, int failures) {
        LOG.warn("{}: {} is paused after {} failures in a row", strategy, training, failures);
        listener.paused(training, failures);
    }

    void aged(ModelStatus model, Instant at) {
        LOG.info("{}: {} is {}", strategy, model.key(), model.state());
        listener.aged(model, at);
    }

    private void log(Occasion occasion, Runnable line) {
        RunTag.put(strategy, occasion);
        try {
            line.run();
        } finally {
            RunTag.remove();
        }
    }

    private String id(Occasion occasion) {
        return occasion.id(strategy);
    }

    private Named named(Occasion occasion) {
        return new Named(strategy, occasion.training(), occasion.id(strategy));
    }
}
