package io.trainyard.training;

import java.util.SortedMap;
import java.util.TreeMap;

/** What a training says of the model that it makes. */
final class RunReport {

    private final SortedMap<String, String> parameters = new TreeMap<>();
    private final SortedMap<String, Double> metrics = new TreeMap<>();

    synchronized void parameter(String name, String value) {
        parameters.put(named("parameter", name), value);
    }

    synchronized void metric(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "the metric \"" + name + "\" is " + value
                            + ", which is no result that one could compare: report a finite number, or throw to keep the old model");
        }
        metrics.put(named("metric", name), value);
    }

    private static String named(String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a " + what + " without a name: give it one, such as \"rmse\"");
        }
        return name;
    }

    synchronized SortedMap<String, String> parameters() {
        return new TreeMap<>(parameters);
    }

    synchronized SortedMap<String, Double> metrics() {
        return new TreeMap<>(metrics);
    }
}
