package io.trainyard.learning.features;

import io.trainyard.learning.Samples;
import io.trainyard.learning.UnfitDataException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * Which features are computed, by the names that tsfresh gives them, such as {@code autocorrelation__lag_1}: parameters
 * in alphabetical order, text in quotation marks. It is plain data; keep it in a store beside the model that was
 * trained with it.
 *
 * <p>Definitions are those of tsfresh 0.20 (M. Christ, N. Braun, J. Neuffer, A. W. Kempa-Liehr, Time Series FeatuRe
 * Extraction on basis of Scalable Hypothesis tests, Neurocomputing 307, 2018; the list of features in its
 * documentation). A feature that is not defined for a window, such as one too short for it, is NaN. In each
 * autocorrelation a variance of 1e-8 or less counts as none, as there: give returns in percent.
 *
 * @param names of features, each once
 */
public record FeatureSet(List<String> names) {

    private static final List<String> MINIMAL = List.of(
            "sum_values",
            "median",
            "mean",
            "length",
            "standard_deviation",
            "variance",
            "root_mean_square",
            "maximum",
            "absolute_maximum",
            "minimum");

    /**
     * Checks the names.
     *
     * @throws UnfitDataException if there is none, one is twice, or one is no feature or has parameters that it cannot
     *     have
     */
    public FeatureSet {
        names = List.copyOf(names);
        Samples.enough(names.size(), "features", 1);
        if (new LinkedHashSet<>(names).size() < names.size()) {
            throw new UnfitDataException(
                    "a feature is named twice", "each one is a column of its own.", "leave out the second name.");
        }
        names.forEach(Calculators::of);
    }

    /** The ten of tsfresh's {@code MinimalFCParameters}. */
    public static FeatureSet minimal() {
        return new FeatureSet(MINIMAL);
    }

    /**
     * Those of tsfresh's {@code EfficientFCParameters}, with its parameters, but for {@code cwt_coefficients},
     * {@code number_cwt_peaks}, {@code friedrich_coefficients}, {@code max_langevin_fixed_point},
     * {@code matrix_profile}, {@code query_similarity_count} and {@code linear_trend_timewise}.
     */
    public static FeatureSet efficient() {
        try (InputStream in = Objects.requireNonNull(FeatureSet.class.getResourceAsStream("efficient.txt"))) {
            return new FeatureSet(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These features. */
    public static FeatureSet of(String... names) {
        return new FeatureSet(Arrays.asList(names));
    }

    /**
     * Only those that are among these names.
     *
     * @throws UnfitDataException if none is
     */
    public FeatureSet keep(Collection<String> some) {
        return new FeatureSet(names.stream().filter(some::contains).toList());
    }

    /** What computes them. */
    public FeatureExtractor extractor() {
        return new FeatureExtractor(this);
    }
}
