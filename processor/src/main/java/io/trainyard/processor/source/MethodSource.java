package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A method that the host calls.
 *
 * @param name its name
 * @param modifiers its modifiers
 * @param generic whether it has type parameters
 * @param result what it returns
 * @param parameters what it takes
 * @param place where it stands
 */
public record MethodSource(
        String name,
        Set<Modifier> modifiers,
        boolean generic,
        TypeSource result,
        List<ParameterSource> parameters,
        Place place) {

    /** Copies the collections. */
    public MethodSource {
        modifiers = Set.copyOf(modifiers);
        parameters = List.copyOf(parameters);
    }
}
