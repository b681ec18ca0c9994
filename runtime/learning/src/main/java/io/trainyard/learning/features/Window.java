package io.trainyard.learning.features;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The values that features are computed of, and what several features need of them, computed once. */
final class Window {

    final double[] values;
    final int size;
    final double mean;
    /** About the mean, divided by the size. */
    final double variance;

    final double deviation;
    final double[] sorted;

    private final Map<String, Object> known = new HashMap<>();

    Window(double[] given) {
        // minus zero becomes zero: sorting would tell them apart
        this.values = Arrays.stream(given).map(value -> value + 0.0).toArray();
        this.size = values.length;
        this.mean = Sums.of(values) / size;
        this.variance = Sums.of(i -> (values[i] - mean) * (values[i] - mean), size) / size;
        this.deviation = Math.sqrt(variance);
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    double min() {
        return sorted[0];
    }

    double max() {
        return sorted[size - 1];
    }

    double range() {
        return max() - min();
    }

    /** Between the two values around it in proportion, as numpy does (definition 7 of Hyndman and Fan, 1996). */
    double quantile(double q) {
        double place = q * (size - 1);
        int below = (int) place;
        double part = place - below;
        double low = sorted[below];
        double high = sorted[Math.min(below + 1, size - 1)];
        return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
    }

    double median() {
        return size % 2 == 1 ? sorted[size / 2] : (sorted[size / 2 - 1] + sorted[size / 2]) / 2;
    }

    /** A value for each step from one to the next. */
    double[] changes() {
        double[] changes = new double[size - 1];
        Arrays.setAll(changes, i -> values[i + 1] - values[i]);
        return changes;
    }

    /** What was computed under this name before, or is now. */
    @SuppressWarnings("unchecked")
    <T> T once(String name, Supplier<T> computation) {
        Object value = known.get(name);
        if (value == null) {
            value = computation.get();
            known.put(name, value);
        }
        return (T) value;
    }
}
