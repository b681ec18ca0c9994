package io.trainyard.learning.features;

import java.util.Arrays;
import java.util.List;

/** Straight lines through a window, values at 0, 1, 2 and so on. */
final class TrendFeatures {

    private TrendFeatures() {}

    static void addTo(Calculators all) {
        all.add("linear_trend", List.of("attr"), name -> {
            String attribute = attribute(name);
            return w -> w.size < 2 ? Double.NaN : part(w.once("line", () -> Line.through(w.values)), attribute);
        });
        all.add("agg_linear_trend", List.of("attr", "chunk_len", "f_agg"), name -> {
            String attribute = attribute(name);
            int length = name.integer("chunk_len", 1);
            String kind = name.choice("f_agg", "max", "min", "mean", "var");
            return w -> length >= w.size
                    ? Double.NaN
                    : part(w.once("line" + kind + length, () -> Line.through(chunks(w, length, kind))), attribute);
        });
    }

    private static String attribute(FeatureName name) {
        return name.choice("attr", "pvalue", "rvalue", "intercept", "slope", "stderr");
    }

    private static double part(Line line, String attribute) {
        return switch (attribute) {
            case "pvalue" -> line.pValue();
            case "rvalue" -> line.correlation();
            case "intercept" -> line.intercept();
            case "slope" -> line.slope();
            default -> line.standardError();
        };
    }

    /** One number for each chunk; the last one may be short. */
    private static double[] chunks(Window w, int length, String kind) {
        double[] chunks = new double[(w.size + length - 1) / length];
        Arrays.setAll(chunks, c -> {
            double[] chunk = Arrays.copyOfRange(w.values, c * length, Math.min(w.size, (c + 1) * length));
            return switch (kind) {
                case "max" -> Arrays.stream(chunk).max().orElseThrow();
                case "min" -> Arrays.stream(chunk).min().orElseThrow();
                case "mean" -> Sums.mean(chunk);
                default -> Sums.variance(chunk);
            };
        });
        return chunks;
    }
}
