package io.trainyard.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * How the strategy is made.
 *
 * @param arguments what its constructor takes
 * @param modules the user's Dagger modules
 */
public record ConstructorModel(List<Argument> arguments, List<TypeName> modules) {

    /** Copies the lists. */
    public ConstructorModel {
        arguments = List.copyOf(arguments);
        modules = List.copyOf(modules);
    }

    /** Whether {@code new} makes it and Dagger has nothing to find. */
    public boolean isPlain() {
        return arguments.isEmpty() && modules.isEmpty();
    }

    /**
     * A parameter of the constructor.
     *
     * @param name its name
     * @param type its type
     * @param annotations those that Dagger reads
     */
    public record Argument(String name, TypeName type, List<AnnotationSpec> annotations) {

        /** Copies the list. */
        public Argument {
            annotations = List.copyOf(annotations);
        }
    }
}
