package io.trainyard.learning.features;

/** The discrete Fourier transform of real values, frequencies from 0 to half the sampling rate. */
final class Spectrum {

    private static final int LONGEST_SEGMENT = 256;

    final double[] real;
    final double[] imaginary;

    /** By the definition, which windows are short enough for: sum of x(t) exp(-2 pi i k t / n) over t. */
    Spectrum(double[] values) {
        int n = values.length;
        real = new double[n / 2 + 1];
        imaginary = new double[n / 2 + 1];
        double[] cosine = new double[n];
        double[] sine = new double[n];
        for (int t = 0; t < n; t++) {
            // exact where the angle is a multiple of a right angle
            cosine[t] = 4L * t == n || 4L * t == 3L * n ? 0 : Math.cos(2 * Math.PI * t / n);
            sine[t] = 2L * t == n ? 0 : Math.sin(2 * Math.PI * t / n);
        }
        for (int k = 0; k < real.length; k++) {
            int at = 0;
            for (int t = 0; t < n; t++) {
                real[k] += values[t] * cosine[at];
                imaginary[k] -= values[t] * sine[at];
                at += k;
                at = at >= n ? at - n : at;
            }
        }
    }

    double[] magnitudes() {
        double[] magnitudes = new double[real.length];
        for (int k = 0; k < magnitudes.length; k++) {
            magnitudes[k] = Math.hypot(real[k], imaginary[k]);
        }
        return magnitudes;
    }

    /**
     * The power spectral density by the method of Welch (1967), with the settings that scipy has by default: segments
     * of 256 values or all, half overlapping, each less its mean, under a periodic Hann window; one-sided, for a
     * sampling rate of 1.
     */
    static double[] welch(double[] values) {
        int length = Math.min(values.length, LONGEST_SEGMENT);
        int step = length - length / 2;
        int segments = (values.length - length / 2) / step;
        double[] hann = new double[length];
        double power = 0;
        for (int i = 0; i < length; i++) {
            hann[i] = length == 1 ? 1 : 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
            power += hann[i] * hann[i];
        }
        double[] density = new double[length / 2 + 1];
        for (int s = 0; s < segments; s++) {
            int from = s * step;
            double mean = Sums.of(i -> values[from + i], length) / length;
            double[] segment = new double[length];
            for (int i = 0; i < length; i++) {
                segment[i] = (values[from + i] - mean) * hann[i];
            }
            Spectrum spectrum = new Spectrum(segment);
            for (int k = 0; k < density.length; k++) {
                double squared = spectrum.real[k] * spectrum.real[k] + spectrum.imaginary[k] * spectrum.imaginary[k];
                boolean both = k > 0 && 2 * k < length;
                density[k] += (both ? 2 : 1) * squared / power / segments;
            }
        }
        return density;
    }
}
