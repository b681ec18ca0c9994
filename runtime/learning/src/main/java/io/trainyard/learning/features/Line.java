package io.trainyard.learning.features;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/** A straight line through points by least squares, as scipy's {@code linregress} gives it. */
final class Line {

    /** Keeps scipy's statistic finite where all points are on the line. */
    private static final double TINY = 1e-20;

    private final double[] y;
    private final int n;
    private final double varianceX;
    private final double varianceY;
    private final double covariance;
    private final double meanX;
    private final double meanY;

    Line(double[] x, double[] y) {
        this.y = y;
        this.n = y.length;
        this.meanX = Sums.mean(x);
        this.meanY = Sums.mean(y);
        this.varianceX = Sums.variance(x);
        this.varianceY = Sums.variance(y);
        this.covariance = Sums.of(i -> (x[i] - meanX) * (y[i] - meanY), n) / n;
    }

    /** Through values at 0, 1, 2 and so on. */
    static Line through(double[] y) {
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> i);
        return new Line(x, y);
    }

    double slope() {
        return covariance / varianceX;
    }

    double intercept() {
        return meanY - slope() * meanX;
    }

    /** Pearson's; 0 where one of the two does not vary. */
    double correlation() {
        if (varianceX == 0 || varianceY == 0) {
            return 0;
        }
        return Math.max(-1, Math.min(1, covariance / Math.sqrt(varianceX * varianceY)));
    }

    /** The probability of a slope as far from 0 if there is none: of the t distribution, on both sides. */
    double pValue() {
        if (n == 2) {
            return y[0] == y[1] ? 1 : 0;
        }
        double r = correlation();
        double degrees = n - 2.0;
        double t = r * Math.sqrt(degrees / ((1 - r + TINY) * (1 + r + TINY)));
        return 2 * TDistribution.of(degrees).survivalProbability(Math.abs(t));
    }

    /** The standard error of the slope. */
    double standardError() {
        double r = correlation();
        return n == 2 ? 0 : Math.sqrt((1 - r * r) * varianceY / varianceX / (n - 2));
    }
}
