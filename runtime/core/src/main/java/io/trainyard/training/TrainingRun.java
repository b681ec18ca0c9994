package io.trainyard.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A training that was due, and what became of it. A run that is tried again is several of these, one for each attempt.
 *
 * @param number counts the runs of a host, from 1
 * @param training the name of its method
 * @param due market time at which it was due
 * @param attempt counts the attempts at this occasion, from 1
 * @param startedAt market time at which a thread took it up; null if it did not run
 * @param settledAt market time at which it came to its end, and its model was in place if it made one
 * @param outcome what became of it
 */
public record TrainingRun(
        int number,
        String training,
        Instant due,
        int attempt,
        @Nullable Instant startedAt,
        Instant settledAt,
        Outcome outcome) {

    /** What logs, the ledger and versions call it, as a run of this strategy: {@code sunday-trend#12}. */
    public String id(String strategy) {
        return id(strategy, number, attempt);
    }

    static String id(String strategy, long number, int attempt) {
        return strategy + "#" + number + (attempt == 1 ? "" : "." + attempt);
    }

    /** How long after it was due it started, on the market clock; empty if it did not run. */
    public Optional<Duration> lateness() {
        return Optional.ofNullable(startedAt).map(start -> Duration.between(due, start));
    }
}
