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

    /** The Dagger component. */
    public ClassName component() {
        return named("", "_Component");
    }

    /** The wiring. */
    public ClassName wiring() {
        return named("", "_Wiring");
    }

    /** What Dagger makes of the component. */
    public ClassName daggerComponent() {
        return named("Dagger", "_Component");
    }

    /** The Dagger component that makes the strategy, where its constructor takes something. */
    public ClassName maker() {
        return component().nestedClass("Maker");
    }

    /** What Dagger makes of the maker. */
    public ClassName daggerMaker() {
        return named("Dagger", "_Component_Maker");
    }

    /** The Dagger module of the maker. */
    public ClassName bindings() {
        return component().nestedClass("Bindings");
    }

    private ClassName named(String prefix, String suffix) {
        return ClassName.get(strategy.packageName(), prefix + String.join("_", strategy.simpleNames()) + suffix);
    }
}
