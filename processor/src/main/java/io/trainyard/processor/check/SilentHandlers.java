package io.trainyard.processor.check;

import com.palantir.javapoet.TypeName;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.HandlerSource;
import io.trainyard.processor.source.MethodSource;
import io.trainyard.processor.source.StrategySource;
import java.util.function.Consumer;

/** A handler returns nothing. */
final class SilentHandlers implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        for (HandlerSource handler : source.handlers()) {
            MethodSource method = handler.method();
            if (!method.result().name().equals(TypeName.VOID)) {
                problems.accept(new Problem(
                        Code.TY404,
                        method.place(),
                        "the handler " + method.name() + " returns "
                                + method.result().shown() + ", which nobody takes.",
                        "a handler acts through the Portfolio; only a training has a result.",
                        "void " + method.name() + "(...)"));
            }
        }
    }
}
