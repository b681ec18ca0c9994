package io.trainyard.learning.labels;

import io.trainyard.learning.Samples;
import java.util.stream.IntStream;

/**
 * The symmetric CUSUM filter: an event is where the sum of changes since the last event, started anew whenever it
 * changes sign, has moved by more than a threshold (snippet 2.4). For one thread at a time; use it bar by bar, or
 * {@link #events} for a whole series.
 */
public final class CusumFilter {

    private double up;
    private double down;

    /**
     * Takes the next change.
     *
     * @param change such as the logarithmic return of a bar
     * @param threshold in the units of the change, above zero
     * @return 1 if the market has risen by more than the threshold, -1 if it has fallen by more, 0 where there is no
     *     event
     * @throws io.trainyard.learning.UnfitDataException if the change is not finite, or the threshold not above zero
     */
    public int update(double change, double threshold) {
        Samples.finite(new double[] {change}, "change", 1);
        Samples.within(threshold, "threshold", Double.MIN_VALUE, Double.MAX_VALUE);
        up = Math.max(0, up + change);
        down = Math.min(0, down + change);
        if (down < -threshold) {
            down = 0;
            return -1;
        }
        if (up > threshold) {
            up = 0;
            return 1;
        }
        return 0;
    }

    /**
     * Where events are in a series.
     *
     * @param values such as logarithms of prices, oldest first
     * @param threshold in the units of the values, above zero
     * @return indices of values at which an event is known, ascending
     * @throws io.trainyard.learning.UnfitDataException if a value is not finite, or the threshold not above zero
     */
    public static int[] events(double[] values, double threshold) {
        Samples.finite(values, "values", 1);
        CusumFilter filter = new CusumFilter();
        return IntStream.range(1, values.length)
                .filter(i -> filter.update(values[i] - values[i - 1], threshold) != 0)
                .toArray();
    }
}
