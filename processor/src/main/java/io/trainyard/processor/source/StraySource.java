package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;

/**
 * An annotation of Trainyard outside of a strategy.
 *
 * @param annotation its simple name
 * @param owner the class in or on which it stands
 * @param place where it stands
 */
public record StraySource(String annotation, String owner, Place place) {}
