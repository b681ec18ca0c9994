package io.trainyard.samples.svmdirection;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings features to mean 0 and deviation 1, by the statistics of the rows that were trained on.
 *
 * @param mean of each feature
 * @param deviation of each feature; 1 for one that did not vary
 */
record Scaling(List<Double> mean, List<Double> deviation) {

    Scaling {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }

    /** That of these rows, which have one length. */
    static Scaling of(double[][] rows) {
        List<Double> mean = new ArrayList<>();
        List<Double> deviation = new ArrayList<>();
        for (int column = 0; column < rows[0].length; column++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[column];
            }
            double middle = sum / rows.length;
            double squares = 0;
            for (double[] row : rows) {
                squares += (row[column] - middle) * (row[column] - middle);
            }
            double spread = Math.sqrt(squares / rows.length);
            mean.add(middle);
            deviation.add(spread > 0 ? spread : 1);
        }
        return new Scaling(mean, deviation);
    }

    /**
     * A scaled copy of a row.
     *
     * @throws IllegalArgumentException if it has another number of features
     */
    double[] scale(double[] row) {
        if (row.length != mean.size()) {
            throw new IllegalArgumentException("a row of " + row.length + " features for a model of " + mean.size()
                    + ": the features have changed since the training, train again");
        }
        double[] scaled = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            scaled[i] = (row[i] - mean.get(i)) / deviation.get(i);
        }
        return scaled;
    }
}
