package io.trainyard.samples.scikitregression;

/**
 * What both regressions learn from: the returns of the latest five days, known at a close, and the return of the day after. The
 * latest day has no day after yet and is left out. Returns are logarithmic, in percent.
 *
 * @param rows five returns each, the latest first
 * @param targets the return of the day after, for each row
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to a library, compared by nobody
record Lags(double[][] rows, double[] targets) {

    static final int DAYS = 5;

    /** How many closes the row of one day takes. */
    static final int CLOSES = DAYS + 1;

    private static final int FEWEST = 60;

    /**
     * Those of closes, oldest first.
     *
     * @throws IllegalArgumentException if there are too few for a regression to be more than chance
     */
    static Lags of(double[] closes) {
        int count = closes.length - CLOSES;
        if (count < FEWEST) {
            throw new IllegalArgumentException(
                    closes.length + " closes are too few: five numbers are fitted, to at least " + FEWEST
                            + " days; train when there are " + (FEWEST + CLOSES));
        }
        double[][] rows = new double[count][];
        double[] targets = new double[count];
        for (int i = 0; i < count; i++) {
            int day = i + DAYS;
            rows[i] = row(closes, day);
            targets[i] = percent(closes, day + 1);
        }
        return new Lags(rows, targets);
    }

    /** The row of the latest close. */
    static double[] latest(double[] closes) {
        return row(closes, closes.length - 1);
    }

    private static double[] row(double[] closes, int day) {
        double[] row = new double[DAYS];
        for (int lag = 0; lag < DAYS; lag++) {
            row[lag] = percent(closes, day - lag);
        }
        return row;
    }

    private static double percent(double[] closes, int day) {
        return 100 * Math.log(closes[day] / closes[day - 1]);
    }
}
