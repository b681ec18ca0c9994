package io.trainyard.processor.check;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.ClassSource;
import io.trainyard.processor.source.StrategySource;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** A strategy is a class that generated code beside it can make an object of. */
final class InstantiableClass implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        ClassSource declaration = source.declaration();
        String name = source.shown();
        if (!declaration.isClass()) {
            String article = declaration.kind().matches("[aeiou].*") ? "an " : "a ";
            problems.accept(new Problem(
                    Code.TY101,
                    declaration.place(),
                    name + " is " + article + declaration.kind() + ", not a class.",
                    "the host makes one object of a strategy and puts trained models into its fields.",
                    "final class " + source.type().simpleName()));
            return;
        }
        declaration
                .hiddenIn()
                .ifPresent(hidden -> problems.accept(new Problem(
                        Code.TY102,
                        declaration.place(),
                        hidden + " is private, and hides the strategy from its package.",
                        "the generated wiring stands beside the class, in the same package, and has to name it.",
                        "remove private from " + hidden)));
        if (declaration.modifiers().contains(Modifier.ABSTRACT)) {
            problems.accept(new Problem(
                    Code.TY103,
                    declaration.place(),
                    name + " is abstract.",
                    "the host makes one object of a strategy.",
                    "remove abstract, or annotate the class that extends " + name));
        }
        if (declaration.inner()) {
            problems.accept(new Problem(
                    Code.TY104,
                    declaration.place(),
                    name + " is an inner class.",
                    "an inner class cannot be made without an object of the class around it, and the host has none.",
                    "static class " + source.type().simpleName()));
        }
        if (declaration.generic()) {
            problems.accept(new Problem(
                    Code.TY105,
                    declaration.place(),
                    name + " has type parameters.",
                    "the host makes one object of a strategy, and nothing tells it which types to fill in.",
                    "remove the type parameters, or annotate a class that extends " + name + " with types filled in"));
        }
        declaration
                .strategyAbove()
                .ifPresent(above -> problems.accept(new Problem(
                        Code.TY115,
                        declaration.place(),
                        name + " extends " + above + ", which is a strategy of its own.",
                        "only members of the class itself are wired: the trainings, handlers and models of " + above
                                + " would stay idle in " + name + ".",
                        "share code by a class that both use, and let " + name + " extend nothing")));
    }
}
