package io.trainyard.learning.hmm;

import io.trainyard.learning.UnfitDataException;
import java.util.Arrays;

/**
 * Forward and backward variables of one sequence, scaled to add up to one at each step (Rabiner 1989, section V.A),
 * with the densities taken relative to the most likely state of the step: no density is too small for it, however far
 * off an observation is.
 */
final class Lattice {

    /** Below it a state counts as impossible; what it could contribute is far below the precision of a double. */
    private static final double IMPOSSIBLE = 1e-290;

    private final Parameters parameters;
    private final int length;
    private final double[][] alpha;
    private final double[][] beta;
    /** Density of the observation in a state, divided by its density given all observations before. */
    private final double[][] likelihoodRatio;

    private double logLikelihood;

    private Lattice(Parameters parameters, int length) {
        this.parameters = parameters;
        this.length = length;
        this.alpha = new double[length][parameters.states()];
        this.beta = new double[length][parameters.states()];
        this.likelihoodRatio = new double[length][parameters.states()];
    }

    static Lattice forward(Parameters parameters, double[][] observations) {
        Lattice lattice = new Lattice(parameters, observations.length);
        Densities densities = Densities.of(parameters);
        double[] expected = parameters.initial.clone();
        for (int t = 0; t < observations.length; t++) {
            lattice.logLikelihood +=
                    step(expected, densities, observations[t], lattice.alpha[t], lattice.likelihoodRatio[t]);
            next(parameters, lattice.alpha[t], expected);
        }
        return lattice;
    }

    /**
     * One step of the filter.
     *
     * @param expected probabilities of the states before the observation
     * @param updated where those after it go
     * @param ratio where the densities go, divided by that of the observation
     * @return the logarithm of the density of the observation
     * @throws UnfitDataException if it is beyond all measure
     */
    static double step(double[] expected, Densities densities, double[] observation, double[] updated, double[] ratio) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < expected.length; k++) {
            ratio[k] = expected[k] > IMPOSSIBLE ? densities.log(k, observation) : Double.NEGATIVE_INFINITY;
            most = Math.max(most, ratio[k]);
        }
        if (!(most > Double.NEGATIVE_INFINITY)) {
            throw new UnfitDataException(
                    "an observation of density zero: " + Arrays.toString(observation),
                    "it is more than 1e150 standard deviations away from every state.",
                    "look at where it comes from, and at its units.");
        }
        double sum = weigh(expected, ratio, most, updated);
        double logDensity = most + StrictMath.log(sum);
        for (int k = 0; k < expected.length; k++) {
            updated[k] /= sum;
            ratio[k] = expected[k] > IMPOSSIBLE ? updated[k] / expected[k] : 0;
        }
        return logDensity;
    }

    /** Weighs the states: by how likely they were expected, and by how well they explain the observation. */
    private static double weigh(double[] expected, double[] logDensities, double reference, double[] weights) {
        double sum = 0;
        for (int k = 0; k < expected.length; k++) {
            double relative = logDensities[k] - reference;
            // far below the reference nothing is left of it
            weights[k] = relative < -745 ? 0 : expected[k] * StrictMath.exp(relative);
            sum += weights[k];
        }
        return sum;
    }

    /** The probabilities of the states one step on. */
    static void next(Parameters parameters, double[] probabilities, double[] expected) {
        for (int j = 0; j < expected.length; j++) {
            double sum = 0;
            for (int i = 0; i < expected.length; i++) {
                sum += probabilities[i] * parameters.transitions[i][j];
            }
            expected[j] = sum;
        }
    }

    void backward() {
        int states = parameters.states();
        for (int k = 0; k < states; k++) {
            beta[length - 1][k] = 1;
        }
        for (int t = length - 2; t >= 0; t--) {
            for (int i = 0; i < states; i++) {
                double sum = 0;
                for (int j = 0; j < states; j++) {
                    sum += parameters.transitions[i][j] * likelihoodRatio[t + 1][j] * beta[t + 1][j];
                }
                beta[t][i] = sum;
            }
        }
    }

    double logLikelihood() {
        return logLikelihood;
    }

    double[][] filtered() {
        return alpha;
    }

    /** Probability of a state at a step, given all observations. */
    double posterior(int t, int state) {
        return alpha[t][state] * beta[t][state];
    }

    /** Probability of a state at a step and of another at the next, given all observations. */
    double posterior(int t, int from, int to) {
        return alpha[t][from] * parameters.transitions[from][to] * likelihoodRatio[t + 1][to] * beta[t + 1][to];
    }

    double[][] smoothed() {
        double[][] rows = new double[length][parameters.states()];
        for (int t = 0; t < length; t++) {
            for (int k = 0; k < parameters.states(); k++) {
                rows[t][k] = posterior(t, k);
            }
        }
        return rows;
    }
}
