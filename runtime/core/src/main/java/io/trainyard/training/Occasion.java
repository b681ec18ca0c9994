package io.trainyard.training;

import java.time.Instant;

/**
 * An instant at which a training was due.
 *
 * @param job the training
 * @param number the number of the run
 * @param due the instant
 * @param attempt counts the attempts at it, from 1
 */
record Occasion(TrainingJob job, int number, Instant due, int attempt) {

    String training() {
        return job.definition().name();
    }

    RunPolicy policy() {
        return job.definition().policy();
    }

    Occasion again() {
        return new Occasion(job, number, due, attempt + 1);
    }

    /** What the ledger and the versions that it makes call it: {@code sunday-trend#12}, {@code sunday-trend#12.2} for the second attempt. */
    String id(String strategy) {
        return TrainingRun.id(strategy, number, attempt);
    }

    /** How messages call it: {@code fit#12}, {@code fit#12.2} for the second attempt. */
    @Override
    public String toString() {
        return training() + "#" + number + (attempt == 1 ? "" : "." + attempt);
    }
}
