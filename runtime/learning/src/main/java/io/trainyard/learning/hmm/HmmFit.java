package io.trainyard.learning.hmm;

import java.util.List;

/**
 * How a fit went.
 *
 * @param model the model of the last iteration
 * @param converged whether the likelihood stopped rising before the iterations were used up
 * @param logLikelihoods of the observations under the model at the start of each iteration, and under {@code model} at
 *     the end
 * @param observations how many there were
 * @param freeParameters how many numbers were fitted
 * @param restart which start it came from, 0 being the first
 */
public record HmmFit(
        GaussianHmm model,
        boolean converged,
        List<Double> logLikelihoods,
        int observations,
        int freeParameters,
        int restart) {

    /** Takes a copy. */
    public HmmFit {
        logLikelihoods = List.copyOf(logLikelihoods);
    }

    /** How often the parameters were improved. */
    public int iterations() {
        return logLikelihoods.size() - 1;
    }

    /** The logarithm of the density of the observations under the model. */
    public double logLikelihood() {
        return logLikelihoods.get(logLikelihoods.size() - 1);
    }

    /**
     * The information criterion of Akaike (1974), 2 p - 2 ln L: of several numbers of states the one with the lowest is
     * best.
     */
    public double aic() {
        return 2.0 * freeParameters - 2 * logLikelihood();
    }

    /** The information criterion of Schwarz (1978), p ln n - 2 ln L: as {@link #aic}, and in favour of fewer states. */
    public double bic() {
        return freeParameters * Math.log(observations) - 2 * logLikelihood();
    }
}
