package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;
import java.util.List;
import java.util.Optional;

/**
 * A test class that drives a strategy.
 *
 * @param strategy the strategy's class as the test names it
 * @param isStrategy whether it is one
 * @param place where the test names it
 * @param replaced what it replaces
 * @param modules the modules that it brings
 */
public record TestSource(
        String strategy, boolean isStrategy, Place place, List<Replaced> replaced, List<Module> modules) {

    /** Copies the lists. */
    public TestSource {
        replaced = List.copyOf(replaced);
        modules = List.copyOf(modules);
    }

    /**
     * What a test replaces.
     *
     * @param shown its type and qualifier as typed
     * @param taken whether the graph of the strategy takes it
     * @param hidden the class that cannot be named in the strategy's package; empty if all can
     * @param offered what the graph takes that could be meant, in the order of its coming
     * @param place where it stands
     */
    public record Replaced(String shown, boolean taken, Optional<String> hidden, List<String> offered, Place place) {

        /** Copies the list. */
        public Replaced {
            offered = List.copyOf(offered);
        }
    }

    /**
     * A module of a test.
     *
     * @param shown its class as typed
     * @param isModule whether it is annotated as a Dagger module
     * @param taken whether the graph of the strategy takes anything that it binds
     * @param offered what the graph takes
     * @param place where it stands
     */
    public record Module(String shown, boolean isModule, boolean taken, List<String> offered, Place place) {

        /** Copies the list. */
        public Module {
            offered = List.copyOf(offered);
        }
    }
}
