package io.trainyard.learning.features;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much surprise there is in a window. Logarithms are natural ones. */
final class EntropyFeatures {

    private EntropyFeatures() {}

    static void addTo(Calculators all) {
        all.add("binned_entropy", List.of("max_bins"), name -> {
            int bins = name.integer("max_bins", 1);
            return w -> binned(w.values, bins);
        });
        all.add("fourier_entropy", List.of("bins"), name -> {
            int bins = name.integer("bins", 1);
            return w -> ofSpectrum(SpectrumFeatures.density(w), bins);
        });
        all.add("lempel_ziv_complexity", List.of("bins"), name -> {
            int bins = name.integer("bins", 1);
            if (bins > Character.MAX_VALUE) {
                throw name.unfit("bins are " + (int) Character.MAX_VALUE + " at most.");
            }
            return w -> lempelZiv(w, bins);
        });
        all.add("permutation_entropy", List.of("dimension", "tau"), name -> {
            int dimension = name.integer("dimension", 2);
            int tau = name.integer("tau", 1);
            return w -> permutation(w, dimension, tau);
        });
        all.add("sample_entropy", EntropyFeatures::sample);
        all.add("approximate_entropy", List.of("m", "r"), name -> {
            int m = name.integer("m", 1);
            double r = name.number("r");
            return w -> w.size <= m + 1 ? 0 : Math.abs(phi(w, m, r) - phi(w, m + 1, r));
        });
    }

    private static double of(Collection<Integer> counts, int total) {
        return -counts.stream()
                .filter(count -> count > 0)
                .mapToDouble(count -> (double) count / total * Math.log((double) count / total))
                .sum();
    }

    /** Over bins of one width from the least value to the greatest, as numpy's histogram counts them. */
    private static double binned(double[] values, int bins) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        if (low == high) {
            low -= 0.5;
            high += 0.5;
        }
        double[] edges = edges(low, high, bins);
        Integer[] counts = new Integer[bins];
        Arrays.fill(counts, 0);
        for (double value : values) {
            int bin = Math.min(bins - 1, (int) ((value - low) * (bins / (high - low))));
            if (value < edges[bin]) {
                bin--;
            } else if (bin < bins - 1 && value >= edges[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
        return of(Arrays.asList(counts), values.length);
    }

    private static double[] edges(double low, double high, int bins) {
        double[] edges = new double[bins + 1];
        double step = (high - low) / bins;
        Arrays.setAll(edges, i -> i == bins ? high : i * step + low);
        return edges;
    }

    private static double ofSpectrum(double[] density, int bins) {
        double most = Arrays.stream(density).max().orElseThrow();
        return most > 0 ? binned(Arrays.stream(density).map(d -> d / most).toArray(), bins) : Double.NaN;
    }

    /** How many words it takes to say the window, each the shortest that was not said before, for each value. */
    private static double lempelZiv(Window w, int bins) {
        double[] edges = edges(w.min(), w.max(), bins);
        Set<String> words = new HashSet<>();
        StringBuilder word = new StringBuilder();
        for (double value : w.values) {
            int bin = 1;
            while (bin < bins && edges[bin] < value) {
                bin++;
            }
            word.append((char) bin);
            if (words.add(word.toString())) {
                word.setLength(0);
            }
        }
        return (double) words.size() / w.size;
    }

    private static double permutation(Window w, int dimension, int tau) {
        Map<List<Integer>, Integer> counts = new HashMap<>();
        int total = 0;
        for (int from = 0; from + dimension <= w.size; from += tau) {
            Integer[] ranks = new Integer[dimension];
            for (int i = 0; i < dimension; i++) {
                ranks[i] = rank(w.values, from, dimension, i);
            }
            counts.merge(List.of(ranks), 1, Integer::sum);
            total++;
        }
        return total == 0 ? Double.NaN : of(counts.values(), total);
    }

    /** Equal values rank by their order. */
    private static int rank(double[] values, int from, int count, int at) {
        int rank = 0;
        for (int i = 0; i < count; i++) {
            boolean before = i < at ? values[from + i] <= values[from + at] : values[from + i] < values[from + at];
            rank += before ? 1 : 0;
        }
        return rank;
    }

    private static double sample(Window w) {
        double a = close(w, 3, 0.2 * w.deviation).stream()
                .mapToDouble(count -> count - 1)
                .sum();
        double b = close(w, 2, 0.2 * w.deviation).stream()
                .mapToDouble(count -> count - 1)
                .sum();
        return -Math.log(a / b);
    }

    private static double phi(Window w, int m, double r) {
        List<Integer> counts = close(w, m, r * w.deviation);
        return counts.stream()
                        .mapToDouble(count -> Math.log((double) count / counts.size()))
                        .sum()
                / counts.size();
    }

    /**
     * For each stretch of m values, how many stretches are nowhere farther from it than the tolerance; itself among
     * them.
     */
    private static List<Integer> close(Window w, int m, double tolerance) {
        Integer[] counts = new Integer[Math.max(0, w.size - m + 1)];
        for (int i = 0; i < counts.length; i++) {
            int count = 0;
            for (int j = 0; j < counts.length; j++) {
                boolean close = true;
                for (int k = 0; close && k < m; k++) {
                    close = Math.abs(w.values[i + k] - w.values[j + k]) <= tolerance;
                }
                count += close ? 1 : 0;
            }
            counts[i] = count;
        }
        return List.of(counts);
    }
}
