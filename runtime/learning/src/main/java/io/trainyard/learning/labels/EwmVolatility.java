package io.trainyard.learning.labels;

import io.trainyard.learning.Samples;

/**
 * The exponentially weighted standard deviation of returns, to set barriers by (snippet 3.1). An observation n steps
 * back weighs (1 - 2 / (span + 1))^n; the estimate is unbiased: what pandas calls {@code ewm(span=span).std()}.
 */
public final class EwmVolatility {

    private EwmVolatility() {}

    /**
     * The deviation at each return, of it and of those before it.
     *
     * @param returns oldest first
     * @param span the centre of mass of the weights is (span - 1) / 2 steps back; above 1
     * @return a value for each return, in its units; the first is NaN, since one return does not vary
     * @throws io.trainyard.learning.UnfitDataException if a return is not finite, or the span not above 1
     */
    public static double[] of(double[] returns, double span) {
        Samples.finite(returns, "returns", 1);
        Samples.within(span, "span", Math.nextUp(1.0), Double.MAX_VALUE);
        double keep = 1 - 2 / (span + 1);
        double[] deviations = new double[returns.length];
        double mean = 0;
        double squares = 0;
        double weights = 0;
        double squaredWeights = 0;
        for (int i = 0; i < returns.length; i++) {
            // West's update of a weighted mean, with all earlier weights scaled down by one step
            weights = weights * keep + 1;
            squaredWeights = squaredWeights * keep * keep + 1;
            double difference = returns[i] - mean;
            mean += difference / weights;
            squares = squares * keep + difference * (returns[i] - mean);
            double bias = weights - squaredWeights / weights;
            deviations[i] = i == 0 ? Double.NaN : Math.sqrt(Math.max(0, squares) / bias);
        }
        return deviations;
    }
}
