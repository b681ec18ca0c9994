package io.trainyard.processor.check;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.ConstructorSource;
import io.trainyard.processor.source.StrategySource;
import java.util.List;
import java.util.function.Consumer;

/**
 * A strategy has one constructor, or one that is marked, which generated code can call. Of several that are marked Dagger
 * tells itself.
 */
final class UsableConstructor implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        if (source.declaration().hiddenIn().isPresent()) {
            // a private class has a private constructor by default: one mistake
            return;
        }
        List<ConstructorSource> constructors = source.constructors();
        String name = source.type().simpleName();
        if (constructors.size() == 1) {
            check(constructors.get(0), name, problems);
            return;
        }
        List<ConstructorSource> marked =
                constructors.stream().filter(ConstructorSource::inject).toList();
        if (marked.size() == 1) {
            check(marked.get(0), name, problems);
        } else if (marked.isEmpty()) {
            problems.accept(new Problem(
                    Code.TY111,
                    constructors.get(1).place(),
                    name + " has " + constructors.size() + " constructors, none of them with @Inject.",
                    "where there are several, @Inject tells which one makes the strategy.",
                    "@Inject on the one constructor that the host is to use"));
        }
    }

    private static void check(ConstructorSource constructor, String name, Consumer<Problem> problems) {
        if (constructor.isPrivate()) {
            problems.accept(new Problem(
                    Code.TY111,
                    constructor.place(),
                    "the constructor of " + name + " is private.",
                    "the generated component stands beside the class, in the same package, and has to call it.",
                    "remove private from the constructor"));
        }
        constructor
                .checked()
                .ifPresent(checked -> problems.accept(new Problem(
                        Code.TY111,
                        constructor.place(),
                        "the constructor of " + name + " throws " + checked.substring(checked.lastIndexOf('.') + 1)
                                + ".",
                        "Dagger calls it, and Dagger's providers throw no checked exceptions.",
                        "do what may fail in a training, or in a Dagger module")));
    }
}
