package io.trainyard.learning.features;

import java.util.List;
import java.util.stream.IntStream;

/** What happens from one value to the next. */
final class ChangeFeatures {

    private ChangeFeatures() {}

    static void addTo(Calculators all) {
        all.add("absolute_sum_of_changes", ChangeFeatures::absoluteSum);
        all.add("mean_abs_change", w -> absoluteSum(w) / (w.size - 1));
        all.add("mean_change", w -> (w.values[w.size - 1] - w.values[0]) / (w.size - 1));
        all.add("mean_second_derivative_central", ChangeFeatures::secondDerivative);
        all.add("cid_ce", List.of("normalize"), name -> {
            boolean normalize = name.flag("normalize");
            return w -> complexity(w, normalize);
        });
        all.add("change_quantiles", List.of("f_agg", "isabs", "qh", "ql"), name -> {
            boolean variance = name.choice("f_agg", "mean", "var").equals("var");
            boolean absolute = name.flag("isabs");
            double low = name.fraction("ql");
            double high = name.fraction("qh");
            return w -> corridor(w, low, high, absolute, variance);
        });
    }

    private static double absoluteSum(Window w) {
        return Sums.of(i -> Math.abs(w.values[i + 1] - w.values[i]), w.size - 1);
    }

    private static double secondDerivative(Window w) {
        double[] x = w.values;
        int n = w.size;
        return n > 2 ? (x[n - 1] - x[n - 2] - x[1] + x[0]) / (2.0 * (n - 2)) : Double.NaN;
    }

    private static double complexity(Window w, boolean normalize) {
        if (normalize && w.deviation == 0) {
            return 0;
        }
        double scale = normalize ? w.deviation : 1;
        double[] changes = w.changes();
        return Math.sqrt(Sums.of(i -> changes[i] / scale * (changes[i] / scale), changes.length));
    }

    /** Of the changes that start and end between two quantiles. */
    private static double corridor(Window w, double ql, double qh, boolean absolute, boolean variance) {
        double low = w.quantile(ql);
        double high = w.quantile(qh);
        if (!(low < high)) {
            return 0;
        }
        double[] inside = IntStream.range(1, w.size)
                .filter(i -> within(w.values[i - 1], low, high) && within(w.values[i], low, high))
                .mapToDouble(i -> w.values[i] - w.values[i - 1])
                .map(change -> absolute ? Math.abs(change) : change)
                .toArray();
        if (inside.length == 0) {
            return 0;
        }
        return variance ? Sums.variance(inside) : Sums.mean(inside);
    }

    private static boolean within(double value, double low, double high) {
        return value >= low && value <= high;
    }
}
