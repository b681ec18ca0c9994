package io.trainyard.learning.hmm;

import io.trainyard.learning.UnfitDataException;
import java.util.Arrays;

/**
 * The parameters that explain observations best, given how probable each state is at each step (Rabiner 1989, formulas
 * 40 and 52 to 54). No variance falls below a millionth of that of all observations, else a state could close in on one
 * of them, and the likelihood rise without end.
 */
final class Expectation {

    private static final double LEAST_VARIANCE = 1e-6;
    private static final double LEAST_WEIGHT = 1e-12;

    private final double[][] rows;
    private final Covariance covariance;
    private final double[] variances;

    Expectation(double[][] rows, Covariance covariance, double[] variances) {
        this.rows = rows;
        this.covariance = covariance;
        this.variances = variances;
    }

    /**
     * Looks at the covariance of all observations.
     *
     * @throws UnfitDataException if a quantity follows from others
     */
    void refuseDependentQuantities() {
        int size = variances.length;
        double[] weights = new double[rows.length];
        Arrays.fill(weights, 1);
        double[] mean = new double[size];
        double[][] moments = new double[size][size];
        covariances(weights, rows.length, mean, moments);
        if (!Densities.vary(moments, LEAST_VARIANCE)) {
            throw new UnfitDataException(
                    "quantities of which one follows from the others",
                    "it tells nothing that they do not, and there is no density of them together.",
                    "leave out the one that follows, or fit Covariance.DIAGONAL.");
        }
    }

    /** A start from clusters: their means and covariances, and states that one rather stays in than leaves. */
    Parameters start(int[] clusters, int states) {
        double[] initial = new double[states];
        double[][] transitions = new double[states][states];
        double[][] means = new double[states][variances.length];
        double[][][] covariances = new double[states][variances.length][variances.length];
        double stay = 0.9;
        for (int k = 0; k < states; k++) {
            double[] weights = new double[rows.length];
            double weight = 0;
            for (int t = 0; t < rows.length; t++) {
                weights[t] = clusters[t] == k ? 1 : 0;
                weight += weights[t];
            }
            // of one or two observations there is no covariance to speak of
            if (weight > variances.length + 1) {
                moments(weights, weight, means[k], covariances[k]);
            } else {
                Arrays.fill(weights, 1);
                moments(weights, rows.length, means[k], covariances[k]);
            }
            initial[k] = 1.0 / states;
            for (int to = 0; to < states; to++) {
                transitions[k][to] = states == 1 ? 1 : to == k ? stay : (1 - stay) / (states - 1);
            }
        }
        return new Parameters(initial, transitions, means, covariances);
    }

    Parameters maximum(Parameters old, Lattice lattice) {
        int states = old.states();
        int last = rows.length - 1;
        double[] initial = new double[states];
        double[][] transitions = new double[states][states];
        double[][] means = new double[states][variances.length];
        double[][][] covariances = new double[states][variances.length][variances.length];
        for (int k = 0; k < states; k++) {
            initial[k] = lattice.posterior(0, k);
            double[] weights = new double[rows.length];
            double weight = 0;
            for (int t = 0; t <= last; t++) {
                weights[t] = lattice.posterior(t, k);
                weight += weights[t];
                for (int to = 0; t < last && to < states; to++) {
                    transitions[k][to] += lattice.posterior(t, k, to);
                }
            }
            if (weight > LEAST_WEIGHT) {
                moments(weights, weight, means[k], covariances[k]);
            } else {
                means[k] = old.means[k];
                covariances[k] = old.covariances[k];
            }
            normalize(transitions[k], old.transitions[k]);
        }
        normalize(initial, old.initial);
        return new Parameters(initial, transitions, means, covariances);
    }

    private void moments(double[] weights, double weight, double[] mean, double[][] moments) {
        covariances(weights, weight, mean, moments);
        for (int q = 0; q < mean.length; q++) {
            moments[q][q] = Math.max(moments[q][q], LEAST_VARIANCE * variances[q]);
        }
        if (!Densities.vary(moments, LEAST_VARIANCE)) {
            // a state that closes in on a line
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    moments[i][j] *= i == j ? 1 : 1 - 2 * LEAST_VARIANCE;
                }
            }
        }
    }

    private void covariances(double[] weights, double weight, double[] mean, double[][] moments) {
        for (int t = 0; t < rows.length; t++) {
            for (int q = 0; q < mean.length; q++) {
                mean[q] += weights[t] * rows[t][q];
            }
        }
        for (int q = 0; q < mean.length; q++) {
            mean[q] /= weight;
        }
        for (int i = 0; i < mean.length; i++) {
            for (int j = covariance == Covariance.FULL ? 0 : i; j <= i; j++) {
                double sum = 0;
                for (int t = 0; t < rows.length; t++) {
                    sum += weights[t] * (rows[t][i] - mean[i]) * (rows[t][j] - mean[j]);
                }
                moments[i][j] = sum / weight;
                moments[j][i] = moments[i][j];
            }
        }
    }

    private static void normalize(double[] probabilities, double[] otherwise) {
        double sum = 0;
        for (double probability : probabilities) {
            sum += probability;
        }
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = sum > LEAST_WEIGHT ? probabilities[i] / sum : otherwise[i];
        }
    }
}
