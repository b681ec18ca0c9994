package io.trainyard.samples.kerasthreesymbols;

import io.trainyard.market.History;

/**
 * What the networks see: changes from one close to the next, in percent, so that those of a usual day are about one and need no
 * other scaling.
 */
final class Changes {

    /** The inputs of the network: five changes, oldest first. */
    static final int WEEK = 5;

    static final int TWO_YEARS = 504;

    private Changes() {}

    /** The latest changes that are known, oldest first: {@code count}, or fewer where fewer are known. */
    static float[] known(History history, String symbol, int count) {
        double[] closes = history.closes(symbol, count + 1);
        float[] changes = new float[Math.max(0, closes.length - 1)];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = (float) (100 * (closes[i + 1] / closes[i] - 1));
        }
        return changes;
    }

    /** Each week of changes, one row after the other; the last one that has a label. */
    static float[] weeks(float[] changes) {
        float[] weeks = new float[labels(changes).length * WEEK];
        for (int row = 0; row * WEEK < weeks.length; row++) {
            System.arraycopy(changes, row, weeks, row * WEEK, WEEK);
        }
        return weeks;
    }

    /** The change that followed each week: known a day after the week was. */
    static float[] labels(float[] changes) {
        float[] labels = new float[Math.max(0, changes.length - WEEK)];
        System.arraycopy(changes, changes.length - labels.length, labels, 0, labels.length);
        return labels;
    }
}
