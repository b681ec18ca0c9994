package io.trainyard.processor.model;

import com.palantir.javapoet.ClassName;

/**
 * What the generated classes of a strategy are called: {@code Outer.Inner} has {@code Outer_Inner_Guard}.
 *
 * @param strategy the strategy's class
 */
public record GeneratedNames(ClassName strategy) {

    /** The guard. */
    public ClassName guard() {
        return named("", "_Guard");
    }

    /** The simple name of the Dagger component inside the component. */
    public static final String GRAPH = "Graph";

    /** The component. */
    public ClassName component() {
        return named("", "_Component");
    }

    /** The wiring. */
    public ClassName wiring() {
        return named("", "_Wiring");
    }

    /** What Dagger makes of the Dagger component inside the component. */
    public ClassName daggerComponent() {
        return named("Dagger", "_Component_" + GRAPH);
    }

    private ClassName named(String prefix, String suffix) {
        return ClassName.get(strategy.packageName(), prefix + String.join("_", strategy.simpleNames()) + suffix);
    }
}
