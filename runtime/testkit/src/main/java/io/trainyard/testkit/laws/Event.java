package io.trainyard.testkit.laws;

import java.time.Instant;

/**
 * Something that a strategy decided, or that came of it.
 *
 * @param at market time at which it could be known
 * @param rank orders what happens at the same time: fills, trainings, saves, orders, a failure
 * @param text what, in words; equal for runs that decide the same
 */
record Event(Instant at, int rank, String text) {

    static final int FILL = 0;
    static final int TRAINING = 1;
    static final int SAVE = 2;
    static final int ORDER = 3;
    static final int FAILURE = 4;
}
