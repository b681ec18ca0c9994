package io.trainyard.portfolio;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a portfolio was worth, oldest first. Grows while its portfolio trades. */
public final class EquityCurve {

    private long[] times = new long[256];
    private double[] values = new double[256];
    private int size;
    private final @Nullable LocalDays days;

    EquityCurve() {
        this(null);
    }

    private EquityCurve(@Nullable LocalDays days) {
        this.days = days;
    }

    /** One that keeps a point for each slice. */
    public static EquityCurve ofSlices() {
        return new EquityCurve();
    }

    /** One that keeps the last point of each day of this zone, so that it stays small in years of trading. */
    public static EquityCurve daily(ZoneId zone) {
        return new EquityCurve(new LocalDays(zone));
    }

    void add(long timeMillis, double value) {
        if (days != null && size > 0 && days.of(times[size - 1]) == days.of(timeMillis)) {
            size--;
        }
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
