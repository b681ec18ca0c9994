package io.trainyard.learning.hmm;

import java.util.Arrays;
import java.util.Random;

/**
 * Clusters for a start: seeds chosen far apart (D. Arthur and S. Vassilvitskii, k-means++: The Advantages of Careful
 * Seeding, 2007), then Lloyd's iterations. Distances are in standard deviations of each quantity.
 */
final class KMeans {

    private static final int MAX_ITERATIONS = 100;

    private final double[][] rows;
    private final int clusters;

    KMeans(double[][] rows, double[] variances, int clusters) {
        this.rows = new double[rows.length][variances.length];
        this.clusters = clusters;
        for (int t = 0; t < rows.length; t++) {
            for (int q = 0; q < variances.length; q++) {
                this.rows[t][q] = rows[t][q] / Math.sqrt(variances[q]);
            }
        }
    }

    /** The number of a cluster for each row. */
    int[] assign(Random random) {
        double[][] centres = seeds(random);
        int[] assigned = new int[rows.length];
        boolean moved = true;
        for (int iteration = 0; moved && iteration < MAX_ITERATIONS; iteration++) {
            moved = false;
            for (int t = 0; t < rows.length; t++) {
                int nearest = nearest(centres, rows[t]);
                moved |= nearest != assigned[t];
                assigned[t] = nearest;
            }
            centre(centres, assigned);
        }
        return assigned;
    }

    private double[][] seeds(Random random) {
        double[][] centres = new double[clusters][];
        double[] distance = new double[rows.length];
        Arrays.fill(distance, 1);
        for (int k = 0; k < clusters; k++) {
            centres[k] = rows[draw(distance, random)].clone();
            for (int t = 0; t < rows.length; t++) {
                double d = squaredDistance(centres[k], rows[t]);
                distance[t] = k == 0 ? d : Math.min(distance[t], d);
            }
        }
        return centres;
    }

    /** An index, with a probability in proportion to its weight. */
    private static int draw(double[] weights, Random random) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private void centre(double[][] centres, int[] assigned) {
        double[][] sums = new double[clusters][rows[0].length];
        int[] counts = new int[clusters];
        for (int t = 0; t < rows.length; t++) {
            counts[assigned[t]]++;
            for (int q = 0; q < rows[t].length; q++) {
                sums[assigned[t]][q] += rows[t][q];
            }
        }
        for (int k = 0; k < clusters; k++) {
            for (int q = 0; counts[k] > 0 && q < sums[k].length; q++) {
                centres[k][q] = sums[k][q] / counts[k];
            }
        }
    }

    private static int nearest(double[][] centres, double[] row) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < centres.length; k++) {
            double d = squaredDistance(centres[k], row);
            if (d < least) {
                least = d;
                nearest = k;
            }
        }
        return nearest;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int q = 0; q < a.length; q++) {
            sum += (a[q] - b[q]) * (a[q] - b[q]);
        }
        return sum;
    }
}
