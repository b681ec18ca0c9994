package io.trainyard.processor.model;

import io.trainyard.Better;
import io.trainyard.processor.problem.Place;
import java.util.OptionalDouble;

/**
 * Which models may take the place of the one that serves.
 *
 * @param metric the metric that decides
 * @param better which value is the better one
 * @param by how much better it has to be at least, 0 or more, finite; 0 for no worse
 * @param atLeast what it has to be at least, finite; empty for no bound
 * @param atMost what it may be at most, finite; empty for no bound
 * @param place where it stands
 */
public record GateModel(
        String metric, Better better, double by, OptionalDouble atLeast, OptionalDouble atMost, Place place) {}
