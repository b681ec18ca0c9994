package io.trainyard.samples.noflag;

/**
 * Between which prices a stock has mostly been.
 *
 * @param low a deviation below the mean
 * @param high a deviation above it
 */
record Band(double low, double high) {

    private static final int FEWEST = 20;

    /**
     * That of these closes.
     *
     * @throws IllegalArgumentException if they are too few
     */
    static Band of(double[] closes) {
        if (closes.length < FEWEST) {
            throw new IllegalArgumentException(
                    closes.length + " closes are too few for a band: " + FEWEST + " are needed");
        }
        double mean = 0;
        for (double close : closes) {
            mean += close / closes.length;
        }
        double variance = 0;
        for (double close : closes) {
            variance += (close - mean) * (close - mean) / closes.length;
        }
        double deviation = Math.sqrt(variance);
        return new Band(mean - deviation, mean + deviation);
    }
}
