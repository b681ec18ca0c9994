package io.trainyard.processor.check;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.HandlerSource;
import io.trainyard.processor.source.StrategySource;
import java.util.function.Consumer;

/** Where there is a handler, there is something to handle. */
final class SubscribedHandlers implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        if (source.subscriptions().isEmpty() && !source.handlers().isEmpty()) {
            HandlerSource handler = source.handlers().get(0);
            problems.accept(new Problem(
                    Code.TY403,
                    handler.annotation(),
                    "the handler " + handler.method().name() + " would never be called.",
                    source.shown() + " subscribes to no symbol, so it sees no bars.",
                    "@Subscribe(symbol = \"SPY\", resolution = Resolution.DAILY) on " + source.shown()));
        }
    }
}
