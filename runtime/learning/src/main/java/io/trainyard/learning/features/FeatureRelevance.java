package io.trainyard.learning.features;

/**
 * Whether a feature has to do with a target.
 *
 * @param name of the feature
 * @param kind by which the test was chosen
 * @param pValue the probability of an association as strong if there is none; NaN for a constant
 * @param relevant whether it is to be kept
 */
public record FeatureRelevance(String name, Kind kind, double pValue, boolean relevant) {

    /** What values a feature has. */
    public enum Kind {
        /** Three different ones or more. */
        REAL,
        /** Two different ones. */
        BINARY,
        /** One; such a feature tells nothing. */
        CONSTANT
    }
}
