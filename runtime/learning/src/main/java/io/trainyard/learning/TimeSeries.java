package io.trainyard.learning;

import io.trainyard.market.Bar;
import java.time.Instant;
import java.util.List;

/** Numbers and when each of them was known, oldest first. Immutable. */
public final class TimeSeries {

    private final long[] millis;
    private final double[] values;

    private TimeSeries(long[] millis, double[] values) {
        this.millis = millis;
        this.values = values;
    }

    /**
     * A series of numbers.
     *
     * @param epochMillis when each was known, milliseconds since 1970-01-01T00:00Z, none before the one before it
     * @param values finite numbers, as many
     * @throws UnfitDataException if the lengths differ, times go back, or a number is not finite
     */
    public static TimeSeries of(long[] epochMillis, double[] values) {
        if (epochMillis.length != values.length) {
            throw new UnfitDataException(
                    epochMillis.length + " times and " + values.length + " values",
                    "each value has one time.",
                    "give arrays of one length.");
        }
        for (int i = 1; i < epochMillis.length; i++) {
            if (epochMillis[i] < epochMillis[i - 1]) {
                throw new UnfitDataException(
                        Instant.ofEpochMilli(epochMillis[i]) + " after " + Instant.ofEpochMilli(epochMillis[i - 1]),
                        "a series is in the order of its times, oldest first.",
                        "sort it before the call.");
            }
        }
        return new TimeSeries(epochMillis.clone(), Samples.finite(values.clone(), "values", 0));
    }

    /** The closes of bars at their ends; the order and the numbers are checked as by {@link #of}. */
    public static TimeSeries closes(List<Bar> bars) {
        return of(
                bars.stream().mapToLong(Bar::endMillis).toArray(),
                bars.stream().mapToDouble(Bar::close).toArray());
    }

    /** How many numbers it has. */
    public int size() {
        return values.length;
    }

    /** When a number was known. */
    public Instant time(int index) {
        return Instant.ofEpochMilli(millis[index]);
    }

    /** A number. */
    public double value(int index) {
        return values[index];
    }

    /** All numbers, in a copy. */
    public double[] values() {
        return values.clone();
    }
}
