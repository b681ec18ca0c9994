package io.trainyard.learning.hmm;

import io.trainyard.learning.Samples;
import io.trainyard.learning.UnfitDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Fits a {@link GaussianHmm} to observations by maximum likelihood: Baum-Welch (Rabiner 1989, section III.C), without
 * any prior, from k-means++ starts. The same observations, settings and seed give the same model, bit for bit, on every
 * machine. Immutable: each setting gives a new trainer.
 *
 * <p>Give stationary quantities, such as returns; a model of prices learns their level. The units do not matter.
 */
public final class HmmTrainer {

    private final int states;
    private final Covariance covariance;
    private final long seed;
    private final int starts;
    private final double tolerance;
    private final int maxIterations;
    private final Runnable eachIteration;

    HmmTrainer(int states) {
        this(Samples.atLeast(states, "states", 1), Covariance.FULL, 0, 5, 1e-6, 1000, () -> {});
    }

    private HmmTrainer(
            int states,
            Covariance covariance,
            long seed,
            int starts,
            double tolerance,
            int maxIterations,
            Runnable eachIteration) {
        this.states = states;
        this.covariance = covariance;
        this.seed = seed;
        this.starts = starts;
        this.tolerance = tolerance;
        this.maxIterations = maxIterations;
        this.eachIteration = eachIteration;
    }

    /** Which covariances it may find; {@code FULL} unless told otherwise. */
    public HmmTrainer covariance(Covariance value) {
        return new HmmTrainer(states, value, seed, starts, tolerance, maxIterations, eachIteration);
    }

    /** Where chance starts; 0 unless told otherwise. */
    public HmmTrainer seed(long value) {
        return new HmmTrainer(states, covariance, value, starts, tolerance, maxIterations, eachIteration);
    }

    /**
     * From how many starts it climbs; the most likely result is kept, the first of equal ones. 5 unless told otherwise.
     */
    public HmmTrainer starts(int value) {
        Samples.atLeast(value, "starts", 1);
        return new HmmTrainer(states, covariance, seed, value, tolerance, maxIterations, eachIteration);
    }

    /**
     * It has converged when an iteration adds less than this to the log-likelihood of all observations; 1e-6 unless
     * told otherwise.
     */
    public HmmTrainer tolerance(double value) {
        Samples.within(value, "tolerance", 0, Double.MAX_VALUE);
        return new HmmTrainer(states, covariance, seed, starts, value, maxIterations, eachIteration);
    }

    /** How many iterations it makes from one start at most; 1000 unless told otherwise. */
    public HmmTrainer maxIterations(int value) {
        Samples.atLeast(value, "maxIterations", 1);
        return new HmmTrainer(states, covariance, seed, starts, tolerance, value, eachIteration);
    }

    /** What to do before each iteration; what it throws ends the fit, such as a cancelled training's exception. */
    public HmmTrainer eachIteration(Runnable value) {
        return new HmmTrainer(states, covariance, seed, starts, tolerance, maxIterations, value);
    }

    /** {@link #fit(double[][])} of one quantity. */
    public HmmFit fit(double[] observations) {
        return fit(Samples.column(observations));
    }

    /**
     * Fits a model.
     *
     * @param observations oldest first, a row for each with one value for each quantity
     * @throws UnfitDataException if they are fewer than the numbers to be fitted, differ in size, are not finite, or if
     *     a quantity does not vary or follows from the others
     */
    public HmmFit fit(double[][] observations) {
        double[][] rows = Samples.finite(observations, "observations", 1);
        int quantities = rows[0].length;
        int free = freeParameters(quantities);
        Samples.enough(rows.length, "observations", Math.max(free + 1, 2 * states * (quantities + 1)));
        double[] spread = Spread.of(rows);
        Expectation expectation = new Expectation(rows, covariance, spread);
        expectation.refuseDependentQuantities();
        KMeans clusters = new KMeans(rows, spread, states);
        Random random = new Random(seed);
        HmmFit best = null;
        for (int start = 0; start < starts; start++) {
            Parameters first = expectation.start(clusters.assign(random), states);
            HmmFit fit = climb(first, expectation, rows, free, start);
            if (best == null || fit.logLikelihood() > best.logLikelihood()) {
                best = fit;
            }
        }
        return Objects.requireNonNull(best);
    }

    private HmmFit climb(Parameters first, Expectation expectation, double[][] rows, int free, int start) {
        Parameters parameters = first;
        Lattice lattice = Lattice.forward(parameters, rows);
        List<Double> likelihoods = new ArrayList<>();
        likelihoods.add(lattice.logLikelihood());
        boolean converged = false;
        while (!converged && likelihoods.size() <= maxIterations) {
            eachIteration.run();
            lattice.backward();
            parameters = expectation.maximum(parameters, lattice);
            lattice = Lattice.forward(parameters, rows);
            double gain = lattice.logLikelihood() - likelihoods.get(likelihoods.size() - 1);
            likelihoods.add(lattice.logLikelihood());
            converged = gain < tolerance;
        }
        return new HmmFit(parameters.model(), converged, likelihoods, rows.length, free, start);
    }

    private int freeParameters(int quantities) {
        int variances = covariance == Covariance.FULL ? quantities * (quantities + 1) / 2 : quantities;
        return states - 1 + states * (states - 1) + states * (quantities + variances);
    }
}
