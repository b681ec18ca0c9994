package io.trainyard.learning.hmm;

import io.trainyard.learning.Samples;
import io.trainyard.learning.UnfitDataException;

/**
 * The probabilities of a model's states as observations come in: after the same observations, those that
 * {@link GaussianHmm#filtered} gives in its last row. For one thread at a time. Feed it in {@code @OnData}; after a
 * training, make one of the new model and feed it the observations of the history first.
 */
public final class HmmFilter {

    private final Parameters parameters;
    private final Densities densities;
    private final double[] expected;
    private final double[] probabilities;
    private final double[] updated;
    private final double[] ratio;
    private double logLikelihood;

    HmmFilter(Parameters parameters) {
        this.parameters = parameters;
        this.densities = Densities.of(parameters);
        this.expected = parameters.initial.clone();
        this.probabilities = parameters.initial.clone();
        this.updated = new double[parameters.states()];
        this.ratio = new double[parameters.states()];
    }

    /**
     * Takes the next observation.
     *
     * @param observation a value for each quantity of the model, in its units
     * @return the probability of each state now; they add up to one
     * @throws UnfitDataException if it has another size, or a value is not finite; the filter is as it was
     */
    public double[] update(double... observation) {
        if (observation.length != parameters.quantities()) {
            throw new UnfitDataException(
                    "an observation of " + observation.length + " values",
                    "the model knows " + parameters.quantities() + " quantities.",
                    "give one value for each, in the order in which it was trained.");
        }
        Samples.finite(observation, "observation", 1);
        logLikelihood += Lattice.step(expected, densities, observation, updated, ratio);
        System.arraycopy(updated, 0, probabilities, 0, updated.length);
        Lattice.next(parameters, probabilities, expected);
        return probabilities.clone();
    }

    /** The probability of each state, given the observations so far; before any, the initial ones. */
    public double[] probabilities() {
        return probabilities.clone();
    }

    /** The probability of each state at the next observation, before it is seen. */
    public double[] expected() {
        return expected.clone();
    }

    /** The state with the highest probability; the lowest of equal ones. */
    public int state() {
        int most = 0;
        for (int k = 1; k < probabilities.length; k++) {
            if (probabilities[k] > probabilities[most]) {
                most = k;
            }
        }
        return most;
    }

    /** The logarithm of the density of all observations so far. */
    public double logLikelihood() {
        return logLikelihood;
    }
}
