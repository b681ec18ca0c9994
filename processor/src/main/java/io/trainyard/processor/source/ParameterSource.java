package io.trainyard.processor.source;

import com.palantir.javapoet.AnnotationSpec;
import io.trainyard.processor.problem.Place;
import java.util.List;

/**
 * A parameter of a method or constructor.
 *
 * @param name its name
 * @param type its type
 * @param annotations those that Dagger reads: qualifiers and {@code @Nullable}
 * @param place where it stands
 */
public record ParameterSource(String name, TypeSource type, List<AnnotationSpec> annotations, Place place) {

    /** Copies the list. */
    public ParameterSource {
        annotations = List.copyOf(annotations);
    }
}
