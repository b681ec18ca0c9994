package io.trainyard.learning.features;

import java.util.function.IntToDoubleFunction;

/** Sums with the rounding errors added back (Neumaier 1974): the order of the terms hardly matters. */
final class Sums {

    private Sums() {}

    static double of(double[] values) {
        return of(i -> values[i], values.length);
    }

    static double of(IntToDoubleFunction terms, int count) {
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < count; i++) {
            double term = terms.applyAsDouble(i);
            double next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }
        return sum + lost;
    }

    /** NaN of no values, as numpy. */
    static double mean(double[] values) {
        return of(values) / values.length;
    }

    /** About the mean, divided by the count. */
    static double variance(double[] values) {
        double mean = mean(values);
        return of(i -> (values[i] - mean) * (values[i] - mean), values.length) / values.length;
    }
}
