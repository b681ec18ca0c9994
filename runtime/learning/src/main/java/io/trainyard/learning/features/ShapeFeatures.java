package io.trainyard.learning.features;

import java.util.List;
import java.util.function.DoublePredicate;

/** Where extremes, peaks, runs and mass are. */
final class ShapeFeatures {

    private ShapeFeatures() {}

    static void addTo(Calculators all) {
        all.add("first_location_of_maximum", w -> (double) first(w, w.max()) / w.size);
        all.add("last_location_of_maximum", w -> 1 - (double) (w.size - 1 - last(w, w.max())) / w.size);
        all.add("first_location_of_minimum", w -> (double) first(w, w.min()) / w.size);
        all.add("last_location_of_minimum", w -> 1 - (double) (w.size - 1 - last(w, w.min())) / w.size);
        all.add("longest_strike_above_mean", w -> longestRun(w, value -> value > w.mean));
        all.add("longest_strike_below_mean", w -> longestRun(w, value -> value < w.mean));
        all.add("number_peaks", List.of("n"), name -> {
            int support = name.integer("n", 1);
            return w -> peaks(w, support);
        });
        all.add("number_crossing_m", List.of("m"), name -> {
            double m = name.number("m");
            return w -> crossings(w, m);
        });
        all.add("index_mass_quantile", List.of("q"), name -> {
            double q = name.fraction("q");
            return w -> massQuantile(w, q);
        });
        all.add("energy_ratio_by_chunks", List.of("num_segments", "segment_focus"), name -> {
            int segments = name.integer("num_segments", 1);
            int focus = name.integer("segment_focus", 0);
            if (focus >= segments) {
                throw name.unfit("segments are counted from 0 to num_segments - 1.");
            }
            return w -> energyRatio(w, segments, focus);
        });
    }

    private static int first(Window w, double value) {
        int i = 0;
        while (w.values[i] != value) {
            i++;
        }
        return i;
    }

    private static int last(Window w, double value) {
        int i = w.size - 1;
        while (w.values[i] != value) {
            i--;
        }
        return i;
    }

    private static double longestRun(Window w, DoublePredicate belongs) {
        int longest = 0;
        int run = 0;
        for (double value : w.values) {
            run = belongs.test(value) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static double peaks(Window w, int support) {
        int peaks = 0;
        for (int i = support; i < w.size - support; i++) {
            boolean higher = true;
            for (int j = 1; higher && j <= support; j++) {
                higher = w.values[i] > w.values[i - j] && w.values[i] > w.values[i + j];
            }
            peaks += higher ? 1 : 0;
        }
        return peaks;
    }

    private static double crossings(Window w, double m) {
        int crossings = 0;
        for (int i = 1; i < w.size; i++) {
            crossings += (w.values[i] > m) != (w.values[i - 1] > m) ? 1 : 0;
        }
        return crossings;
    }

    private static double massQuantile(Window w, double q) {
        double total = Sums.of(i -> Math.abs(w.values[i]), w.size);
        if (total == 0) {
            return Double.NaN;
        }
        double mass = 0;
        for (int i = 0; i < w.size; i++) {
            mass += Math.abs(w.values[i]);
            if (mass / total >= q) {
                return (i + 1.0) / w.size;
            }
        }
        return 1;
    }

    /** Segments differ by one value at most, longer ones first. */
    private static double energyRatio(Window w, int segments, int focus) {
        double total = SummaryFeatures.energy(w);
        int length = w.size / segments;
        int from = focus * length + Math.min(focus, w.size % segments);
        int count = length + (focus < w.size % segments ? 1 : 0);
        double energy = Sums.of(i -> w.values[from + i] * w.values[from + i], count);
        return total == 0 ? Double.NaN : energy / total;
    }
}
