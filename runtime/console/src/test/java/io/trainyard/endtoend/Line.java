package io.trainyard.endtoend;

/** The straight line through the first and the last of some values. */
record Line(double intercept, double slope) {

    static Line through(double[] values) {
        return values.length < 2
                ? new Line(values.length == 0 ? 0 : values[0], 0)
                : new Line(values[0], (values[values.length - 1] - values[0]) / (values.length - 1));
    }
}
