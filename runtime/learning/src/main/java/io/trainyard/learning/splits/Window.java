package io.trainyard.learning.splits;

import java.time.Instant;

/**
 * One step of a walk forward. Starts belong to the stretches, ends do not.
 *
 * @param trainFrom where training starts
 * @param trainTo where it ends
 * @param testFrom where the test starts, after {@code trainTo} by purge and embargo
 * @param testTo where it ends
 */
public record Window(Instant trainFrom, Instant trainTo, Instant testFrom, Instant testTo) {

    /** Whether an instant is in the stretch to train on. */
    public boolean trains(Instant instant) {
        return !instant.isBefore(trainFrom) && instant.isBefore(trainTo);
    }

    /** Whether an instant is in the stretch to test on. */
    public boolean tests(Instant instant) {
        return !instant.isBefore(testFrom) && instant.isBefore(testTo);
    }
}
