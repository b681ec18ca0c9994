package io.trainyard.portfolio;

import java.time.Instant;
import java.util.Arrays;

/** What a portfolio was worth, oldest first. Grows while its portfolio trades. */
public final class EquityCurve {

    private long[] times = new long[256];
    private double[] values = new double[256];
    private int size;

    EquityCurve() {}

    void add(long timeMillis, double value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        times[size] = timeMillis;
        values[size] = value;
        size++;
    }

    /** How many points there are. */
    public int size() {
        return size;
    }

    /** The market's time of a point, from 0 for the oldest. */
    public Instant time(int index) {
        return Instant.ofEpochMilli(timeMillis(index));
    }

    /** The market's time of a point, milliseconds since 1970-01-01T00:00Z. */
    public long timeMillis(int index) {
        check(index);
        return times[index];
    }

    /** Cash and holdings at that time, in the currency of the cash. */
    public double value(int index) {
        check(index);
        return values[index];
    }

    private void check(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("point " + index + " of " + size);
        }
    }
}
