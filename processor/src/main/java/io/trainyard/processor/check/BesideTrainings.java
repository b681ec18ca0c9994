package io.trainyard.processor.check;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.IdleSource;
import io.trainyard.processor.source.StrategySource;
import java.util.function.Consumer;

/** Rules for runs and walks forward stand on trainings. */
final class BesideTrainings implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        for (IdleSource idle : source.idle()) {
            boolean runs = idle.annotation().equals("Runs");
            problems.accept(new Problem(
                    runs ? Code.TY256 : Code.TY263,
                    idle.place(),
                    "@" + idle.annotation() + " does nothing here: " + idle.method() + " is no training.",
                    runs
                            ? "it has the rules for the runs of a method with @Train."
                            : "it says on what the models of a method with @Train are tested.",
                    "@" + idle.annotation() + " on a method with @Train, or nowhere"));
        }
    }
}
