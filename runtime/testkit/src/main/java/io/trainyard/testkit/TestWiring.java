package io.trainyard.testkit;

import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.WiredStrategy;
import java.util.List;

/**
 * What the processor generates for a test class that replaces bindings of a strategy's graph, or asks for some of them: a graph
 * in whose open places the test puts what it likes. For the test kit.
 */
public interface TestWiring {

    /** The bindings that are left open, in the order in which {@link #wire} takes them. */
    List<Open> open();

    /** Makes the strategy, through a Dagger component of its own, and wires it to the parts of a host. */
    WiredStrategy wire(HostParts host, Object[] replacements);

    /** The parameters of methods of the test class that Dagger makes, such as {@code trades(Broker,StrategyDriver)#0}. */
    List<String> parameters();

    /**
     * What Dagger makes for one of {@link #parameters}.
     *
     * @param component the component of a strategy that was wired here
     */
    Object part(Object component, String parameter);

    /**
     * A binding that is left open.
     *
     * @param type its type, erased
     * @param field the field of the test class that it comes from; empty if the annotation names its type
     */
    record Open(Class<?> type, String field) {
        @Override
        public String toString() {
            return field.isEmpty() ? type.getSimpleName() : type.getSimpleName() + " " + field;
        }
    }
}
