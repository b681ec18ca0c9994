package io.trainyard.processor.check;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.ModuleSource;
import io.trainyard.processor.source.StrategySource;
import java.util.function.Consumer;

/** What stands in {@code modules} is a Dagger module that needs nothing to be made. */
final class InstallableModules implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        for (ModuleSource module : source.modules()) {
            String name = module.type().shown();
            if (!module.isModule()) {
                problems.accept(new Problem(
                        Code.TY113,
                        module.place(),
                        name + " is not a Dagger module.",
                        "Dagger installs classes and interfaces that are annotated with @Module.",
                        "@Module on " + name));
            } else if (!module.installable()) {
                problems.accept(new Problem(
                        Code.TY113,
                        module.place(),
                        name + " cannot be made without arguments.",
                        "nobody could hand them to it: a module of a strategy has static or abstract bindings only, or a"
                                + " constructor without parameters.",
                        "static on each @Provides method of " + name));
            }
        }
    }
}
