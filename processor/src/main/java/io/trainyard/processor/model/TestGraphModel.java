package io.trainyard.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * The graph of a strategy as one test class wants it.
 *
 * @param type what is generated, in the package of the strategy
 * @param test the class of the test
 * @param strategy the strategy's class
 * @param open the bindings that the test gives values for
 * @param modules the modules that stay, and those of the test
 * @param standIns modules that take the place of others which bind something that is replaced
 * @param parts what methods of the test take of the graph
 */
public record TestGraphModel(
        ClassName type,
        ClassName test,
        ClassName strategy,
        List<Binding> open,
        List<TypeName> modules,
        List<StandIn> standIns,
        List<Wanted> parts) {

    /** Copies the lists. */
    public TestGraphModel {
        open = List.copyOf(open);
        modules = List.copyOf(modules);
        standIns = List.copyOf(standIns);
        parts = List.copyOf(parts);
    }

    /** Whether the graph is any other than the strategy's own. */
    public boolean isNeeded() {
        return !open.isEmpty() || !standIns.isEmpty() || !parts.isEmpty() || !modules.isEmpty();
    }

    /**
     * A type, and what tells it from others of the same type.
     *
     * @param type as declared
     * @param erased the same without type arguments
     * @param qualifiers its qualifier, if it has one
     * @param field the field that it comes from; empty if it comes from none
     */
    public record Binding(TypeName type, TypeName erased, List<AnnotationSpec> qualifiers, String field) {

        /** Copies the list. */
        public Binding {
            qualifiers = List.copyOf(qualifiers);
        }
    }

    /**
     * What parameters take.
     *
     * @param binding its type and qualifier
     * @param parameters where, such as {@code trades(Broker,StrategyDriver)#0}
     */
    public record Wanted(Binding binding, List<String> parameters) {

        /** Copies the list. */
        public Wanted {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A module that offers what is left of another.
     *
     * @param type what is generated, in the package of the other
     * @param module the other
     * @param made whether its methods want an object of the other
     * @param methods those of the other that stay
     */
    public record StandIn(ClassName type, TypeName module, boolean made, List<Method> methods) {

        /** Copies the list. */
        public StandIn {
            methods = List.copyOf(methods);
        }
    }

    /**
     * A method of a module.
     *
     * @param name its name
     * @param result what it returns
     * @param annotations as declared
     * @param parameters what it takes
     * @param bound whether it has no body
     * @param ofClass whether it is static
     */
    public record Method(
            String name,
            TypeName result,
            List<AnnotationSpec> annotations,
            List<ConstructorModel.Argument> parameters,
            boolean bound,
            boolean ofClass) {

        /** Copies the lists. */
        public Method {
            annotations = List.copyOf(annotations);
            parameters = List.copyOf(parameters);
        }
    }
}
