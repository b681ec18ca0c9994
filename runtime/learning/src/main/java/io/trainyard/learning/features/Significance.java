package io.trainyard.learning.features;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/** Two-sided p-values, each computed as scipy does by default. */
final class Significance {

    private static final int EXACT_UP_TO = 10_000;
    private static final int EXACT_RANKS_UP_TO = 8;

    private Significance() {}

    /** Of Kendall's tau-b, by the normal distribution, with the variance that ties leave. */
    static double kendall(double[] x, double[] y) {
        double n = x.length;
        double[] tiesX = ties(x);
        double[] tiesY = ties(y);
        double pairs = n * (n - 1) / 2;
        double tau = new KendallsCorrelation().correlation(x, y);
        // concordant less discordant pairs, a whole number
        double surplus = Math.rint(tau * Math.sqrt((pairs - tiesX[0]) * (pairs - tiesY[0])));
        double ordered = n * (n - 1);
        double variance = (ordered * (2 * n + 5) - tiesX[2] - tiesY[2]) / 18
                + 2 * tiesX[0] * tiesY[0] / ordered
                + tiesX[1] * tiesY[1] / (9 * ordered * (n - 2));
        return Math.min(
                1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(surplus) / Math.sqrt(variance)));
    }

    /** Over groups of c equal values the sums of c (c-1) / 2, of c (c-1) (c-2) and of c (c-1) (2c+5). */
    private static double[] ties(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] sums = new double[3];
        double count = 1;
        for (int i = 1; i <= sorted.length; i++) {
            if (i < sorted.length && sorted[i] == sorted[i - 1]) {
                count++;
            } else {
                sums[0] += count * (count - 1) / 2;
                sums[1] += count * (count - 1) * (count - 2);
                sums[2] += count * (count - 1) * (2 * count + 5);
                count = 1;
            }
        }
        return sums;
    }

    /** Whether a variable is distributed alike at both values of a binary one. */
    static double kolmogorovSmirnov(double[] binary, double[] values) {
        double[][] parts = parts(binary, values);
        boolean exact = Math.max(parts[0].length, parts[1].length) <= EXACT_UP_TO;
        return KolmogorovSmirnovTest.withDefaults()
                .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
                .test(parts[1], parts[0])
                .getPValue();
    }

    /** Whether a variable tends to be greater at one value of a binary one. */
    static double mannWhitney(double[] binary, double[] values) {
        double[][] parts = parts(binary, values);
        boolean ties = Arrays.stream(values).distinct().count() < values.length;
        boolean exact = !ties && Math.min(parts[0].length, parts[1].length) <= EXACT_RANKS_UP_TO;
        return MannWhitneyUTest.withDefaults()
                .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
                .test(parts[1], parts[0])
                .getPValue();
    }

    /** Whether two binary variables are independent. */
    static double fisher(double[] x, double[] y) {
        double highX = Arrays.stream(x).max().orElseThrow();
        double highY = Arrays.stream(y).max().orElseThrow();
        int[][] table = new int[2][2];
        for (int i = 0; i < x.length; i++) {
            table[x[i] == highX ? 1 : 0][y[i] == highY ? 1 : 0]++;
        }
        return FisherExactTest.withDefaults().test(table).getPValue();
    }

    private static double[][] parts(double[] binary, double[] values) {
        double high = Arrays.stream(binary).max().orElseThrow();
        return new double[][] {select(values, binary, b -> b != high), select(values, binary, b -> b == high)};
    }

    private static double[] select(double[] values, double[] by, DoublePredicate wanted) {
        return IntStream.range(0, values.length)
                .filter(i -> wanted.test(by[i]))
                .mapToDouble(i -> values[i])
                .toArray();
    }
}
