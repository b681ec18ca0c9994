package io.trainyard.learning.features;

import java.util.List;

/** What oscillates in a window. */
final class SpectrumFeatures {

    private SpectrumFeatures() {}

    static void addTo(Calculators all) {
        all.add("fft_coefficient", List.of("attr", "coeff"), name -> {
            String attribute = name.choice("attr", "real", "imag", "abs", "angle");
            int k = name.integer("coeff", 0);
            return w -> k > w.size / 2 ? Double.NaN : part(spectrum(w), k, attribute);
        });
        all.add("fft_aggregated", List.of("aggtype"), name -> {
            String kind = name.choice("aggtype", "centroid", "variance", "skew", "kurtosis");
            return w -> aggregate(spectrum(w).magnitudes(), kind);
        });
        all.add("spkt_welch_density", List.of("coeff"), name -> {
            int k = name.integer("coeff", 0);
            return w -> k < density(w).length ? density(w)[k] : Double.NaN;
        });
    }

    static double[] density(Window w) {
        return w.once("welch", () -> Spectrum.welch(w.values));
    }

    private static Spectrum spectrum(Window w) {
        return w.once("spectrum", () -> new Spectrum(w.values));
    }

    private static double part(Spectrum spectrum, int k, String attribute) {
        double real = spectrum.real[k];
        double imaginary = spectrum.imaginary[k];
        return switch (attribute) {
            case "real" -> real;
            case "imag" -> imaginary;
            case "abs" -> Math.hypot(real, imaginary);
            default -> Math.toDegrees(Math.atan2(imaginary, real));
        };
    }

    /** Moments of the magnitudes as a distribution over the frequencies. */
    private static double aggregate(double[] magnitudes, String kind) {
        double total = Sums.of(magnitudes);
        double[] moments = new double[5];
        for (int m = 1; m <= 4; m++) {
            int order = m;
            moments[m] = Sums.of(k -> Math.pow(k, order) * magnitudes[k], magnitudes.length) / total;
        }
        double centroid = moments[1];
        double variance = moments[2] - centroid * centroid;
        if (kind.equals("centroid")) {
            return centroid;
        }
        if (kind.equals("variance")) {
            return variance;
        }
        if (!(variance >= 0.5)) {
            return Double.NaN;
        }
        if (kind.equals("skew")) {
            return (moments[3] - 3 * centroid * variance - Math.pow(centroid, 3)) / Math.pow(variance, 1.5);
        }
        // as tsfresh defines it: the last term of a kurtosis would be to the fourth power
        return (moments[4] - 4 * centroid * moments[3] + 6 * moments[2] * centroid * centroid - 3 * centroid)
                / (variance * variance);
    }
}
