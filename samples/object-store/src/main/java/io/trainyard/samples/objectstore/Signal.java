package io.trainyard.samples.objectstore;

import java.time.Instant;

/**
 * The trend has turned.
 *
 * @param at when that was known
 * @param up where to
 * @param close the price at that time
 */
record Signal(Instant at, boolean up, double close) {

    /** How many closes tell the trend. */
    static final int CLOSES = 20;

    private static final int FAST = 5;

    /** Whether the mean of the latest five of these closes is above that of all of them. */
    static boolean isUp(double[] closes) {
        double fast = 0;
        double slow = 0;
        for (int i = 0; i < closes.length; i++) {
            slow += closes[i] / closes.length;
            if (i >= closes.length - FAST) {
                fast += closes[i] / FAST;
            }
        }
        return fast > slow;
    }
}
