package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;

/**
 * An annotation for trainings on a method that is none.
 *
 * @param annotation its simple name
 * @param method the name of the method
 * @param place where the annotation stands
 */
public record IdleSource(String annotation, String method, Place place) {}
