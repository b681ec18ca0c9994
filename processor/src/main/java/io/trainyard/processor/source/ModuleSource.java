package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;

/**
 * A class in {@code modules}.
 *
 * @param type the class
 * @param isModule whether it is annotated as a Dagger module
 * @param installable whether Dagger can install it without being given an object of it
 * @param place where it stands
 */
public record ModuleSource(TypeSource type, boolean isModule, boolean installable, Place place) {}
