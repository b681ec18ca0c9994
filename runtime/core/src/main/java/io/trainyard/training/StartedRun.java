package io.trainyard.training;

import java.time.Duration;
import java.time.Instant;

/**
 * An attempt that has begun.
 *
 * @param number the number of the run
 * @param training the name of its method
 * @param due market time at which it was due
 * @param attempt counts the attempts at this occasion, from 1
 * @param startedAt market time at which it was handed to its lane
 * @param limit how long it may take, which is what it has reserved of the budget
 */
public record StartedRun(int number, String training, Instant due, int attempt, Instant startedAt, Duration limit) {

    /** What logs, the ledger and versions call it, as a run of this strategy: {@code sunday-trend#12}. */
    public String id(String strategy) {
        return TrainingRun.id(strategy, number, attempt);
    }
}
