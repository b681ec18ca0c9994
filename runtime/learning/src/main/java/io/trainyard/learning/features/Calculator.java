package io.trainyard.learning.features;

/** One feature with its parameters. */
interface Calculator {

    /** Its value; NaN where it is not defined, for instance since the window is too short. */
    double of(Window window);

    /** As tsfresh does with truth values: 1 or 0. */
    static double of(boolean value) {
        return value ? 1 : 0;
    }
}
