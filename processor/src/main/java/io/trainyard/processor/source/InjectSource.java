package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;

/**
 * A field or method with {@code @Inject}.
 *
 * @param member its name
 * @param place where the annotation stands
 */
public record InjectSource(String member, Place place) {}
