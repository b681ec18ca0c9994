package io.trainyard.learning.hmm;

import java.util.List;

/**
 * One state of a {@link GaussianHmm}, a regime: observations made in it are normally distributed.
 *
 * @param initial the probability that a sequence begins in it
 * @param mean the expected observation, in the units of the observations; one value for each quantity
 * @param covariance of the quantities, in the units of the observations squared; row by row, symmetric
 */
public record HmmState(double initial, List<Double> mean, List<List<Double>> covariance) {

    /** Takes copies. */
    public HmmState {
        mean = List.copyOf(mean);
        covariance = covariance.stream().map(List::copyOf).toList();
    }

    /** The standard deviation of a quantity, in its units. */
    public double deviation(int quantity) {
        return Math.sqrt(covariance.get(quantity).get(quantity));
    }

    /** The sum of the variances of all quantities, by which the states of a fitted model are ordered. */
    double totalVariance() {
        double sum = 0;
        for (int i = 0; i < mean.size(); i++) {
            sum += covariance.get(i).get(i);
        }
        return sum;
    }
}
