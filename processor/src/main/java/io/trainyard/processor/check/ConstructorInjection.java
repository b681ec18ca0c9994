package io.trainyard.processor.check;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.InjectSource;
import io.trainyard.processor.source.StrategySource;
import java.util.function.Consumer;

/** A strategy gets what it needs through its constructor. */
final class ConstructorInjection implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        for (InjectSource injected : source.injectedMembers()) {
            problems.accept(new Problem(
                    Code.TY114,
                    injected.place(),
                    "@Inject on " + injected.member() + " is not served.",
                    "generated code makes the strategy with its constructor and injects nothing after that: the member"
                            + " would stay empty.",
                    "take it as a parameter of the constructor of " + source.shown()));
        }
    }
}
