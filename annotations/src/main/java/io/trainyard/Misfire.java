package io.trainyard;

/** What becomes of trainings that were due while nobody looked: the process was down, or busy. */
public enum Misfire {
    /** None is made up for: the next regular one is early enough. */
    SKIP,
    /** The last one is made up for: one training that sees all data does for all that were missed. */
    ONCE,
    /** Every one is made up for, in order. */
    ALL
}
