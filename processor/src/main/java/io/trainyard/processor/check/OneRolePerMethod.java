package io.trainyard.processor.check;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.HandlerSource;
import io.trainyard.processor.source.StrategySource;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A method is a training or a handler. */
final class OneRolePerMethod implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        Set<Place> trainings = source.trainings().stream()
                .map(training -> training.method().place())
                .collect(Collectors.toSet());
        for (HandlerSource handler : source.handlers()) {
            if (trainings.contains(handler.method().place())) {
                String name = handler.method().name();
                problems.accept(new Problem(
                        Code.TY407,
                        handler.annotation(),
                        name + " is both a training and a handler.",
                        "a training runs at its own time and against a budget, a handler on every slice.",
                        "two methods, one with @Train and one with @OnData, that both call what is now in " + name));
            }
        }
    }
}
