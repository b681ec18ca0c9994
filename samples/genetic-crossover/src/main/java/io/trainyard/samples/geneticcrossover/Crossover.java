package io.trainyard.samples.geneticcrossover;

/**
 * The rule that is searched for: to be invested while the mean of the latest {@code fast} closes is above that of the latest
 * {@code slow} ones.
 *
 * @param fast how many closes, at least 1
 * @param slow how many, more than {@code fast}
 */
record Crossover(int fast, int slow) {

    /** What buying or selling takes of the money, as a fraction: what a search pays, so that it does not find a rule that trades daily. */
    private static final double COST = 0.001;

    /** Whether it is to be invested after the close {@code day}, counted from 0; not while there are too few. */
    boolean isInvested(double[] closes, int day) {
        return day + 1 >= slow && mean(closes, day, fast) > mean(closes, day, slow);
    }

    /**
     * By how much the logarithm of the money grew over these closes, less costs, a position of one close being held to the next. All
     * rules are compared from the same day on.
     *
     * @param from the first close after which it may be invested
     */
    double growth(double[] closes, int from) {
        double growth = 0;
        boolean held = false;
        for (int day = from; day < closes.length - 1; day++) {
            boolean invested = isInvested(closes, day);
            if (invested != held) {
                growth -= COST;
                held = invested;
            }
            if (held) {
                growth += Math.log(closes[day + 1] / closes[day]);
            }
        }
        return growth;
    }

    private static double mean(double[] closes, int day, int count) {
        double sum = 0;
        for (int i = day - count + 1; i <= day; i++) {
            sum += closes[i];
        }
        return sum / count;
    }
}
