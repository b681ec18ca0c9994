package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The declaration of the strategy's class.
 *
 * @param kind {@code class}, {@code interface}, {@code enum}, {@code record} or {@code annotation}
 * @param modifiers its modifiers
 * @param generic whether it has type parameters
 * @param inner whether its objects need one of an outer class
 * @param hiddenIn the private class, itself or one around it, that hides it from its package
 * @param open whether it can be named from every package
 * @param strategyAbove the superclass, where that is a strategy too
 * @param place where the class stands
 */
public record ClassSource(
        String kind,
        Set<Modifier> modifiers,
        boolean generic,
        boolean inner,
        Optional<String> hiddenIn,
        boolean open,
        Optional<String> strategyAbove,
        Place place) {

    /** Copies the set. */
    public ClassSource {
        modifiers = Set.copyOf(modifiers);
    }

    /** Whether it is a class, neither an interface nor an enum nor a record. */
    public boolean isClass() {
        return kind.equals("class");
    }
}
