package io.trainyard.processor.check;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.IdleRunsSource;
import io.trainyard.processor.source.StrategySource;
import java.util.function.Consumer;

/** Rules for runs stand on trainings. */
final class RunsOfTrainings implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        for (IdleRunsSource idle : source.idleRuns()) {
            problems.accept(new Problem(
                    Code.TY256,
                    idle.place(),
                    "@Runs does nothing here: " + idle.method() + " is no training.",
                    "it has the rules for the runs of a method with @Train.",
                    "@Runs on a method with @Train, or nowhere"));
        }
    }
}
