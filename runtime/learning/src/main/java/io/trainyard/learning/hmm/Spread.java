package io.trainyard.learning.hmm;

import io.trainyard.learning.UnfitDataException;

/** How much each quantity varies over all observations. */
final class Spread {

    private Spread() {}

    /**
     * The variance of each quantity, about its mean.
     *
     * @throws UnfitDataException if one does not vary
     */
    static double[] of(double[][] rows) {
        double[] variances = new double[rows[0].length];
        for (int q = 0; q < variances.length; q++) {
            double mean = 0;
            for (double[] row : rows) {
                mean += row[q] / rows.length;
            }
            for (double[] row : rows) {
                variances[q] += (row[q] - mean) * (row[q] - mean) / rows.length;
            }
            double rounding = 1e-12 * Math.abs(mean);
            if (!(variances[q] > rounding * rounding) || !Double.isFinite(variances[q])) {
                throw new UnfitDataException(
                        "quantity " + q + " has the variance " + variances[q] + " over " + rows.length
                                + " observations",
                        "states are told apart by what varies.",
                        "leave the quantity out, or look at where the observations come from.");
            }
        }
        return variances;
    }
}
