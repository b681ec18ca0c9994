package io.trainyard.processor.check;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.TestSource;
import java.util.List;
import java.util.function.Consumer;

/** What a test replaces is something that the graph of its strategy takes, and that code beside the strategy can name. */
final class FittingReplacements implements Rule<TestSource> {

    @Override
    public void check(TestSource source, Consumer<Problem> problems) {
        if (!source.isStrategy()) {
            problems.accept(new Problem(
                    Code.TY603,
                    source.place(),
                    source.strategy() + " is not a strategy.",
                    "a test drives what is annotated with @Strategy.",
                    "@Strategy on " + source.strategy() + ", or the name of a class that has it"));
            return;
        }
        for (TestSource.Replaced replaced : source.replaced()) {
            if (!replaced.taken()) {
                problems.accept(new Problem(
                        Code.TY601,
                        replaced.place(),
                        replaced.shown() + " replaces nothing.",
                        "nothing in the graph of " + source.strategy()
                                + " takes it; type and qualifier have to be those that Dagger knows it by.",
                        instead(replaced.offered())));
            } else if (replaced.hidden().isPresent()) {
                String hidden = replaced.hidden().get();
                problems.accept(new Problem(
                        Code.TY112,
                        replaced.place(),
                        hidden + " is hidden from the package of " + source.strategy()
                                + ", and the graph of the test needs it.",
                        "generated code stands beside the strategy, in the same package, and has to name the type.",
                        "public " + hidden));
            }
        }
        for (TestSource.Module module : source.modules()) {
            if (!module.isModule()) {
                problems.accept(new Problem(
                        Code.TY113,
                        module.place(),
                        module.shown() + " is not a Dagger module.",
                        "Dagger installs classes and interfaces that are annotated with @Module.",
                        "@Module on " + module.shown()));
            } else if (!module.taken()) {
                problems.accept(new Problem(
                        Code.TY602,
                        module.place(),
                        module.shown() + " replaces nothing.",
                        "nothing in the graph of " + source.strategy()
                                + " takes what it binds; types and qualifiers have to be those that Dagger knows.",
                        instead(module.offered())));
            }
        }
    }

    /** Suggests only what there is no doubt about. */
    private static String instead(List<String> offered) {
        return offered.isEmpty() ? "" : offered.size() == 1 ? offered.get(0) : "one of " + String.join(", ", offered);
    }
}
