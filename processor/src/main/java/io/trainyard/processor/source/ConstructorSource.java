package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;
import java.util.List;
import java.util.Optional;

/**
 * A constructor.
 *
 * @param isPrivate whether it is private
 * @param inject whether it is annotated with {@code @Inject}
 * @param parameters what it takes
 * @param checked a checked exception that it declares
 * @param place where it stands
 */
public record ConstructorSource(
        boolean isPrivate, boolean inject, List<ParameterSource> parameters, Optional<String> checked, Place place) {

    /** Copies the list. */
    public ConstructorSource {
        parameters = List.copyOf(parameters);
    }
}
