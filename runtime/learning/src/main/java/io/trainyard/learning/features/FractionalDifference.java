package io.trainyard.learning.features;

import io.trainyard.learning.Samples;
import io.trainyard.learning.UnfitDataException;
import java.util.ArrayList;
import java.util.List;

/**
 * Fractional differences with a window of fixed width: a series made (nearly) stationary that keeps as much of its
 * memory as possible (M. López de Prado, Advances in Financial Machine Learning, 2018, section 5.5). An order of 0 is
 * the series itself, 1 its first differences. Immutable.
 */
public final class FractionalDifference {

    private static final int WIDEST = 100_000;

    private final double[] weights;

    private FractionalDifference(double[] weights) {
        this.weights = weights;
    }

    /**
     * Of an order. Weights are w(0) = 1, w(k) = -w(k-1) (order - k + 1) / k, cut off before the first one that is
     * smaller than the tolerance.
     *
     * @param order from 0 to 2, usually below 1
     * @param tolerance how small a weight may be left out, above 0 and below 1, such as 1e-4; the smaller, the wider
     *     the window
     * @throws UnfitDataException if one of them is out of these bounds, or the window would be wider than 100,000
     *     values
     */
    public static FractionalDifference of(double order, double tolerance) {
        Samples.within(order, "order", 0, 2);
        Samples.within(tolerance, "tolerance", Double.MIN_VALUE, Math.nextDown(1.0));
        List<Double> weights = new ArrayList<>();
        double weight = 1;
        for (int k = 1; Math.abs(weight) >= tolerance; k++) {
            weights.add(weight);
            weight *= -(order - k + 1) / k;
            if (k > WIDEST) {
                throw new UnfitDataException(
                        "order " + order + " with tolerance " + tolerance,
                        "its weights fall so slowly that the window would be wider than " + WIDEST + " values.",
                        "give a larger tolerance.");
            }
        }
        return new FractionalDifference(
                weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** How many values one difference is made of. */
    public int width() {
        return weights.length;
    }

    /** The weights, that of the newest value first. */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * The differences of a series.
     *
     * @param values oldest first, such as logarithms of prices
     * @return one for each value that has a whole window: element i is known at {@code values[i + width() - 1]}
     * @throws UnfitDataException if there are fewer values than the window is wide, or one is not finite
     */
    public double[] of(double[] values) {
        Samples.finite(values, "values", width());
        double[] differences = new double[values.length - width() + 1];
        for (int i = 0; i < differences.length; i++) {
            for (int k = 0; k < weights.length; k++) {
                differences[i] += weights[k] * values[i + width() - 1 - k];
            }
        }
        return differences;
    }
}
