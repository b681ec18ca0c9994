package io.trainyard.learning.hmm;

import io.trainyard.learning.Samples;
import io.trainyard.learning.UnfitDataException;
import java.util.List;

/**
 * A hidden Markov model with Gaussian observations: at each step the market is in one of a few states that nobody sees,
 * moves to the next one by fixed probabilities, and shows an observation whose distribution depends on the state alone.
 *
 * <p>It is plain data: a store keeps it as JSON, which gives every double back to the same bit. Definitions and
 * algorithms are those of L. R. Rabiner, A Tutorial on Hidden Markov Models and Selected Applications in Speech
 * Recognition, Proceedings of the IEEE 77(2), 1989. Observations are rows, oldest first; where there is one quantity
 * only, a plain array will do.
 *
 * @param states the states; a fit orders them by their total variance, calm ones first, so that they keep their numbers
 *     from one training to the next as long as the regimes remain the same
 * @param transitions row by row: in row i, column j, the probability to be in state j one step after state i
 */
public record GaussianHmm(List<HmmState> states, List<List<Double>> transitions) {

    private static final double SUM_TOLERANCE = 1e-6;

    /**
     * Takes copies.
     *
     * @throws UnfitDataException if shapes do not fit together, probabilities do not add up to one, or a covariance is
     *     not symmetric and positive definite
     */
    public GaussianHmm {
        states = List.copyOf(states);
        transitions = transitions.stream().map(List::copyOf).toList();
        Samples.enough(states.size(), "states", 1);
        distribution(states.stream().map(HmmState::initial).toList(), "the initial probabilities");
        if (transitions.size() != states.size()) {
            throw shape(transitions.size() + " rows of transitions for " + states.size() + " states");
        }
        for (List<Double> row : transitions) {
            if (row.size() != states.size()) {
                throw shape(row.size() + " transitions in a row for " + states.size() + " states");
            }
            distribution(row, "a row of transitions");
        }
        for (HmmState state : states) {
            int quantities = states.get(0).mean().size();
            if (state.mean().size() != quantities
                    || state.covariance().size() != quantities
                    || !state.covariance().stream().allMatch(row -> row.size() == quantities)) {
                throw shape("states whose means and covariances differ in size");
            }
        }
        Densities.of(Parameters.of(states, transitions));
    }

    /** The way to fit one: {@code GaussianHmm.trainer(2).seed(7).fit(returns)}. */
    public static HmmTrainer trainer(int states) {
        return new HmmTrainer(states);
    }

    /** How many quantities each observation has. */
    public int quantities() {
        return states.get(0).mean().size();
    }

    /** What tells the probabilities of the states as observations come in, one after the other; it has seen none. */
    public HmmFilter filter() {
        return new HmmFilter(parameters());
    }

    /**
     * The logarithm of the density of a sequence, all paths of states taken together.
     *
     * @throws UnfitDataException if there is no observation, or one has the wrong size or is not finite
     */
    public double logLikelihood(double[][] observations) {
        return lattice(observations).logLikelihood();
    }

    /** {@link #logLikelihood(double[][])} of one quantity. */
    public double logLikelihood(double[] observations) {
        return logLikelihood(Samples.column(observations));
    }

    /**
     * The probability of each state at each step, given the observations up to it: what could be known then.
     *
     * @return a row for each observation, a column for each state
     * @throws UnfitDataException if there is no observation, or one has the wrong size or is not finite
     */
    public double[][] filtered(double[][] observations) {
        return lattice(observations).filtered();
    }

    /** {@link #filtered(double[][])} of one quantity. */
    public double[][] filtered(double[] observations) {
        return filtered(Samples.column(observations));
    }

    /**
     * The probability of each state at each step, given all observations, later ones too: for looking back, never for
     * trading.
     *
     * @return a row for each observation, a column for each state
     * @throws UnfitDataException if there is no observation, or one has the wrong size or is not finite
     */
    public double[][] smoothed(double[][] observations) {
        Lattice lattice = lattice(observations);
        lattice.backward();
        return lattice.smoothed();
    }

    /** {@link #smoothed(double[][])} of one quantity. */
    public double[][] smoothed(double[] observations) {
        return smoothed(Samples.column(observations));
    }

    /**
     * The most likely sequence of states (Viterbi); of equally likely ones that with the lower states at the end. It
     * looks at later observations too: for looking back, never for trading.
     *
     * @return the number of a state for each observation
     * @throws UnfitDataException if there is no observation, or one has the wrong size or is not finite
     */
    public int[] path(double[][] observations) {
        return Viterbi.path(parameters(), checked(observations));
    }

    /** {@link #path(double[][])} of one quantity. */
    public int[] path(double[] observations) {
        return path(Samples.column(observations));
    }

    /**
     * The logarithm of the density of a sequence together with one path of states.
     *
     * @throws UnfitDataException if there is no observation, one has the wrong size or is not finite, or the path has
     *     another length
     */
    public double logLikelihood(double[][] observations, int[] path) {
        if (path.length != observations.length) {
            throw shape("a path of " + path.length + " states for " + observations.length + " observations");
        }
        return Viterbi.logLikelihood(parameters(), checked(observations), path);
    }

    Parameters parameters() {
        return Parameters.of(states, transitions);
    }

    private Lattice lattice(double[][] observations) {
        return Lattice.forward(parameters(), checked(observations));
    }

    private double[][] checked(double[][] observations) {
        double[][] rows = Samples.finite(observations, "observations", 1);
        if (rows[0].length != quantities()) {
            throw shape("observations of " + rows[0].length + " quantities for a model of " + quantities());
        }
        return rows;
    }

    private static void distribution(List<Double> probabilities, String name) {
        double sum = 0;
        for (double probability : probabilities) {
            Samples.within(probability, "a probability", 0, 1 + SUM_TOLERANCE);
            sum += probability;
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new UnfitDataException(
                    name + " add up to " + sum,
                    "in one of the states the market has to be.",
                    "divide each of them by their sum.");
        }
    }

    private static UnfitDataException shape(String what) {
        return new UnfitDataException(
                what,
                "a model of k states and d quantities has k means of d values, k covariances of d x d and k x k transitions.",
                "give each of them in that size.");
    }
}
