package io.trainyard.testkit.demo;

import java.util.stream.IntStream;

/** A straight line through closes, the oldest at 0. */
record Line(double intercept, double slope) {

    static Line through(double[] closes) {
        int n = closes.length;
        if (n < 2) {
            return new Line(n == 0 ? 0 : closes[0], 0);
        }
        double middle = (n - 1) / 2.0;
        double mean =
                IntStream.range(0, n).mapToDouble(i -> closes[i]).average().orElseThrow();
        double sum = IntStream.range(0, n)
                .mapToDouble(i -> (i - middle) * (closes[i] - mean))
                .sum();
        double squares = IntStream.range(0, n)
                .mapToDouble(i -> (i - middle) * (i - middle))
                .sum();
        double slope = sum / squares;
        return new Line(mean - slope * middle, slope);
    }
}
