package io.trainyard.samples.sundaytrend;

/**
 * A straight line through equally spaced points.
 *
 * @param intercept its value at the first point
 * @param slope what it gains from one point to the next
 */
record Line(double intercept, double slope) {

    /** The least-squares line through {@code values} at 0, 1, 2, ...; flat through the only one, or at 0 through none. */
    static Line through(double[] values) {
        double meanX = (values.length - 1) / 2.0;
        double meanY = 0;
        for (double value : values) {
            meanY += value / values.length;
        }
        double covariance = 0;
        double variance = 0;
        for (int x = 0; x < values.length; x++) {
            covariance += (x - meanX) * (values[x] - meanY);
            variance += (x - meanX) * (x - meanX);
        }
        double slope = variance == 0 ? 0 : covariance / variance;
        return new Line(meanY - slope * meanX, slope);
    }
}
