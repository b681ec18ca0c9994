package io.trainyard.learning.features;

import io.trainyard.learning.Samples;
import io.trainyard.learning.UnfitDataException;
import io.trainyard.learning.features.FeatureRelevance.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the features that have to do with a target, as tsfresh does (M. Christ, A. W. Kempa-Liehr, M. Feindt,
 * Distributed and parallel time series feature extraction for industrial big data applications, 2016): one test for
 * each feature, and of all of them together the procedure of Y. Benjamini and D. Yekutieli (The control of the false
 * discovery rate in multiple testing under dependency, Annals of Statistics 29, 2001), which holds however features
 * depend on each other. Tests take samples for independent: with labels that overlap p-values are too low. Choose on
 * the samples of a training, never on those of its test.
 */
public final class Relevance {

    private Relevance() {}

    /**
     * To a target with real values: by Kendall's tau where the feature is real, by the test of Kolmogorov and Smirnov
     * where it is binary.
     *
     * @param features without gaps
     * @param target a value for each row
     * @param falseDiscoveryRate how many of the chosen may be irrelevant, as a fraction, such as 0.05
     * @return an element for each feature, in their order
     * @throws UnfitDataException if a number is not finite, the target has another size or does not vary, or the rate
     *     is not between 0 and 1
     */
    public static List<FeatureRelevance> toReal(FeatureTable features, double[] target, double falseDiscoveryRate) {
        check(features, target, falseDiscoveryRate);
        double[] numbers = Arrays.stream(target).map(value -> value + 0.0).toArray();
        return of(
                features,
                falseDiscoveryRate,
                (kind, column) -> kind == Kind.REAL
                        ? Significance.kendall(column, numbers)
                        : Significance.kolmogorovSmirnov(column, numbers));
    }

    /**
     * To a target that is or is not: by the test of Mann and Whitney where the feature is real, by Fisher's exact one
     * where it is binary.
     *
     * @param features without gaps
     * @param target a value for each row
     * @param falseDiscoveryRate how many of the chosen may be irrelevant, as a fraction, such as 0.05
     * @return an element for each feature, in their order
     * @throws UnfitDataException if a number is not finite, the target has another size or does not vary, or the rate
     *     is not between 0 and 1
     */
    public static List<FeatureRelevance> toBinary(FeatureTable features, boolean[] target, double falseDiscoveryRate) {
        double[] numbers = IntStream.range(0, target.length)
                .mapToDouble(i -> target[i] ? 1 : 0)
                .toArray();
        check(features, numbers, falseDiscoveryRate);
        return of(
                features,
                falseDiscoveryRate,
                (kind, column) -> kind == Kind.REAL
                        ? Significance.mannWhitney(numbers, column)
                        : Significance.fisher(column, numbers));
    }

    /** The names of those that are relevant. */
    public static List<String> relevant(List<FeatureRelevance> all) {
        return all.stream()
                .filter(FeatureRelevance::relevant)
                .map(FeatureRelevance::name)
                .toList();
    }

    private interface Test {
        double pValue(Kind kind, double[] column);
    }

    private static List<FeatureRelevance> of(FeatureTable features, double rate, Test test) {
        List<FeatureRelevance> tested = new ArrayList<>();
        for (String name : features.names()) {
            // minus zero becomes zero: ranking would tell them apart
            double[] column = Arrays.stream(Samples.finite(features.column(name), name, 1))
                    .map(value -> value + 0.0)
                    .toArray();
            long distinct = Arrays.stream(column).distinct().limit(3).count();
            Kind kind = distinct == 1 ? Kind.CONSTANT : distinct == 2 ? Kind.BINARY : Kind.REAL;
            double pValue = kind == Kind.CONSTANT ? Double.NaN : test.pValue(kind, column);
            tested.add(new FeatureRelevance(name, kind, pValue, false));
        }
        double highest = highestRejected(tested, rate);
        return tested.stream()
                .map(f -> new FeatureRelevance(f.name(), f.kind(), f.pValue(), f.pValue() <= highest))
                .toList();
    }

    /**
     * The highest p-value p(i), of m in ascending order, that is not above i / m / (1 + 1/2 + ... + 1/m) times the
     * rate.
     */
    private static double highestRejected(List<FeatureRelevance> tested, double rate) {
        double[] ascending = tested.stream()
                .map(FeatureRelevance::pValue)
                .filter(p -> !Double.isNaN(p))
                .sorted(Comparator.naturalOrder())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double harmonic = IntStream.rangeClosed(1, ascending.length)
                .mapToDouble(i -> 1.0 / i)
                .sum();
        double highest = -1;
        for (int i = 1; i <= ascending.length; i++) {
            if (ascending[i - 1] <= rate * i / (ascending.length * harmonic)) {
                highest = ascending[i - 1];
            }
        }
        return highest;
    }

    private static void check(FeatureTable features, double[] target, double rate) {
        Samples.within(rate, "falseDiscoveryRate", 0, 1);
        Samples.finite(target, "target", 3);
        if (target.length != features.size()) {
            throw new UnfitDataException(
                    target.length + " values of the target for " + features.size() + " rows",
                    "each row has one.",
                    "select the rows that have a label: FeatureTable.rows.");
        }
        if (Arrays.stream(target).distinct().limit(2).count() < 2) {
            throw new UnfitDataException(
                    "a target that is " + target[0] + " in every row",
                    "nothing has to do with what never changes.",
                    "take more samples, or another target.");
        }
    }
}
