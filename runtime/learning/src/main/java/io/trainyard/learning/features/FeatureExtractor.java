package io.trainyard.learning.features;

import io.trainyard.learning.Samples;
import java.util.List;

/** Computes the features of a set. May be used from any thread. */
public final class FeatureExtractor {

    private final List<String> names;
    private final List<Calculator> calculators;

    FeatureExtractor(FeatureSet set) {
        this.names = set.names();
        this.calculators = names.stream().map(Calculators::of).toList();
    }

    /** The names, in the order of the values. */
    public List<String> names() {
        return names;
    }

    /**
     * The features of a window.
     *
     * @param window oldest first
     * @return a value for each name; NaN where a feature is not defined
     * @throws io.trainyard.learning.UnfitDataException if the window is empty, or a value is not finite
     */
    public double[] of(double[] window) {
        Window prepared = new Window(Samples.finite(window, "window", 1));
        return calculators.stream()
                .mapToDouble(calculator -> calculator.of(prepared))
                .toArray();
    }
}
