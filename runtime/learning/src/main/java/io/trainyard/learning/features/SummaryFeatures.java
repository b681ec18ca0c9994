package io.trainyard.learning.features;

import java.util.Arrays;
import java.util.List;

/** Averages, moments and quantiles. */
final class SummaryFeatures {

    private SummaryFeatures() {}

    static void addTo(Calculators all) {
        all.add("sum_values", w -> Sums.of(w.values));
        all.add("median", Window::median);
        all.add("mean", w -> w.mean);
        all.add("length", w -> w.size);
        all.add("standard_deviation", w -> w.deviation);
        all.add("variance", w -> w.variance);
        all.add("root_mean_square", w -> Math.sqrt(energy(w) / w.size));
        all.add("maximum", Window::max);
        all.add("absolute_maximum", w -> Math.max(Math.abs(w.min()), Math.abs(w.max())));
        all.add("minimum", Window::min);
        all.add("abs_energy", SummaryFeatures::energy);
        all.add("variance_larger_than_standard_deviation", w -> Calculator.of(w.variance > w.deviation));
        all.add("variation_coefficient", w -> w.mean == 0 ? Double.NaN : w.deviation / w.mean);
        all.add("skewness", SummaryFeatures::skewness);
        all.add("kurtosis", SummaryFeatures::kurtosis);
        all.add("quantile", List.of("q"), name -> {
            double q = name.fraction("q");
            return w -> w.quantile(q);
        });
        all.add("symmetry_looking", List.of("r"), name -> {
            double r = name.number("r");
            return w -> Calculator.of(Math.abs(w.mean - w.median()) < r * w.range());
        });
        all.add("large_standard_deviation", List.of("r"), name -> {
            double r = name.number("r");
            return w -> Calculator.of(w.deviation > r * w.range());
        });
        all.add("ratio_beyond_r_sigma", List.of("r"), name -> {
            double r = name.number("r");
            return w -> CountFeatures.count(w, value -> Math.abs(value - w.mean) > r * w.deviation) / w.size;
        });
        all.add("mean_n_absolute_max", List.of("number_of_maxima"), name -> {
            int count = name.integer("number_of_maxima", 1);
            return w -> meanOfLargest(w, count);
        });
    }

    static double energy(Window w) {
        return Sums.of(i -> w.values[i] * w.values[i], w.size);
    }

    /** The adjusted coefficient G1, as pandas computes it. */
    private static double skewness(Window w) {
        double n = w.size;
        if (n < 3) {
            return Double.NaN;
        }
        if (w.variance == 0) {
            return 0;
        }
        double third = moment(w, 3);
        return Math.sqrt(n * (n - 1)) / (n - 2) * third / Math.pow(w.variance, 1.5);
    }

    /** The adjusted coefficient G2, as pandas computes it. */
    private static double kurtosis(Window w) {
        double n = w.size;
        if (n < 4) {
            return Double.NaN;
        }
        if (w.variance == 0) {
            return 0;
        }
        double excess = moment(w, 4) / (w.variance * w.variance) - 3;
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
    }

    private static double moment(Window w, int order) {
        return Sums.of(i -> Math.pow(w.values[i] - w.mean, order), w.size) / w.size;
    }

    private static double meanOfLargest(Window w, int count) {
        if (w.size <= count) {
            return Double.NaN;
        }
        double[] largest = Arrays.stream(w.values)
                .map(Math::abs)
                .sorted()
                .skip(w.size - count)
                .toArray();
        return Sums.mean(largest);
    }
}
