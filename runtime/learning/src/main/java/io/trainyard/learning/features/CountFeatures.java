package io.trainyard.learning.features;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/** How many values are where, and which occur again. */
final class CountFeatures {

    private CountFeatures() {}

    static void addTo(Calculators all) {
        all.add("count_above_mean", w -> count(w, value -> value > w.mean));
        all.add("count_below_mean", w -> count(w, value -> value < w.mean));
        all.add("has_duplicate_max", w -> Calculator.of(count(w, value -> value == w.max()) > 1));
        all.add("has_duplicate_min", w -> Calculator.of(count(w, value -> value == w.min()) > 1));
        all.add("has_duplicate", w -> Calculator.of(distinct(w) < w.size));
        all.add("ratio_value_number_to_time_series_length", w -> (double) distinct(w) / w.size);
        all.add("percentage_of_reoccurring_values_to_all_values", w -> (double) repeated(w).length / distinct(w));
        all.add(
                "percentage_of_reoccurring_datapoints_to_all_datapoints",
                w -> count(w, value -> isRepeated(w, value)) / w.size);
        all.add("sum_of_reoccurring_values", w -> Sums.of(repeated(w)));
        all.add(
                "sum_of_reoccurring_data_points",
                w -> Sums.of(i -> isRepeated(w, w.values[i]) ? w.values[i] : 0, w.size));
        all.add("benford_correlation", CountFeatures::benford);
        all.add("value_count", List.of("value"), name -> {
            double sought = name.number("value");
            return w -> count(w, value -> value == sought);
        });
        all.add("range_count", List.of("max", "min"), name -> {
            double min = name.number("min");
            double max = name.number("max");
            return w -> count(w, value -> value >= min && value < max);
        });
        all.add("count_above", List.of("t"), name -> {
            double t = name.number("t");
            return w -> count(w, value -> value >= t) / w.size;
        });
        all.add("count_below", List.of("t"), name -> {
            double t = name.number("t");
            return w -> count(w, value -> value <= t) / w.size;
        });
    }

    static double count(Window w, DoublePredicate counts) {
        int count = 0;
        for (double value : w.values) {
            count += counts.test(value) ? 1 : 0;
        }
        return count;
    }

    private static long distinct(Window w) {
        return w.once("distinct", () -> Arrays.stream(w.sorted).distinct().count());
    }

    /** Each value that occurs more than once, once. */
    private static double[] repeated(Window w) {
        return w.once(
                "repeated",
                () -> Arrays.stream(w.sorted)
                        .distinct()
                        .filter(value -> isRepeated(w, value))
                        .toArray());
    }

    private static boolean isRepeated(Window w, double value) {
        int at = Arrays.binarySearch(w.sorted, value);
        return (at > 0 && w.sorted[at - 1] == value) || (at + 1 < w.size && w.sorted[at + 1] == value);
    }

    /** The correlation of first digits with the law of Newcomb and Benford. */
    private static double benford(Window w) {
        double[] law = new double[9];
        double[] found = new double[9];
        for (double value : w.values) {
            int digit = firstDigit(Math.abs(value));
            if (digit > 0) {
                found[digit - 1] += 1.0 / w.size;
            }
        }
        Arrays.setAll(law, d -> Math.log10(1 + 1.0 / (d + 1)));
        return new Line(law, found).correlation();
    }

    private static int firstDigit(double value) {
        return Double.toString(value)
                        .chars()
                        .filter(c -> c >= '1' && c <= '9')
                        .findFirst()
                        .orElse('0')
                - '0';
    }
}
