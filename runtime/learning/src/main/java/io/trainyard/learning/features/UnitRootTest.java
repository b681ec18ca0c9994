package io.trainyard.learning.features;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The augmented test of Dickey and Fuller with a constant, as statsmodels does it: among numbers of lagged changes up
 * to 12 (n / 100)^(1/4), rounded up, that with the lowest information criterion of Akaike; the p-value by the response
 * surface of MacKinnon (1994, table 3; one variable, with a constant).
 *
 * @param statistic of the test; NaN where the window is too short or does not vary
 * @param pValue the probability of a statistic as low if there is a unit root
 * @param lags how many lagged changes were used
 */
record UnitRootTest(double statistic, double pValue, double lags) {

    private static final double HIGHEST = 2.74;
    private static final double LOWEST = -18.83;
    private static final double BETWEEN = -1.61;
    private static final double[] LOW = {2.1659, 1.4412, 0.038269};
    private static final double[] HIGH = {1.7339, 0.93202, -0.12745, -0.010368};

    static UnitRootTest of(double[] values) {
        int n = values.length;
        int most = Math.min((int) Math.ceil(12 * Math.pow(n / 100.0, 0.25)), n / 2 - 2);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int lags = 0; lags <= most; lags++) {
            // all on the same rows, so that they can be compared
            double squares = regression(values, lags, most).residualSumOfSquares();
            int rows = n - 1 - most;
            double criterion = rows * Math.log(squares / rows) + 2.0 * (lags + 2);
            if (criterion < least) {
                least = criterion;
                best = lags;
            }
        }
        if (least == Double.POSITIVE_INFINITY) {
            return new UnitRootTest(Double.NaN, Double.NaN, Double.NaN);
        }
        double statistic = regression(values, best, best).statisticOfFirstColumn();
        return new UnitRootTest(statistic, pValue(statistic), best);
    }

    /** Of changes on the level before, and on so many changes before. */
    private static LeastSquares regression(double[] values, int lags, int skipped) {
        int rows = values.length - 1 - skipped;
        double[] changes = new double[rows];
        double[][] known = new double[rows][lags + 1];
        for (int row = 0; row < rows; row++) {
            int t = row + skipped;
            changes[row] = values[t + 1] - values[t];
            known[row][0] = values[t];
            for (int lag = 1; lag <= lags; lag++) {
                known[row][lag] = values[t + 1 - lag] - values[t - lag];
            }
        }
        return LeastSquares.fit(changes, known, lags + 1);
    }

    private static double pValue(double statistic) {
        if (Double.isNaN(statistic)) {
            return Double.NaN;
        }
        if (statistic > HIGHEST) {
            return 1;
        }
        if (statistic < LOWEST) {
            return 0;
        }
        double[] surface = statistic <= BETWEEN ? LOW : HIGH;
        double value = 0;
        for (int i = surface.length - 1; i >= 0; i--) {
            value = value * statistic + surface[i];
        }
        return NormalDistribution.of(0, 1).cumulativeProbability(value);
    }
}
