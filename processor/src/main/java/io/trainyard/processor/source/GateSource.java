package io.trainyard.processor.source;

import io.trainyard.Better;
import io.trainyard.processor.problem.Place;

/**
 * The gate of a stored field.
 *
 * @param metric the metric that decides
 * @param better which value is the better one
 * @param by how much better it has to be; NaN where that is not said
 * @param atLeast what it has to be at least; NaN where that is not said
 * @param atMost what it may be at most; NaN where that is not said
 * @param place where it stands
 */
public record GateSource(Word metric, Better better, Figure by, Figure atLeast, Figure atMost, Place place) {

    /**
     * A number in an annotation.
     *
     * @param value as typed, or the default
     * @param place the value, or the annotation where the default holds
     */
    public record Figure(double value, Place place) {}
}
