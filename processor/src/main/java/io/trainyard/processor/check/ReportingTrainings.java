package io.trainyard.processor.check;

import io.trainyard.processor.model.GateModel;
import io.trainyard.processor.model.Part;
import io.trainyard.processor.model.SlotModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.TrainingModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.TypeSource;
import java.util.function.Consumer;

/**
 * What fills a field with a gate can report the gate's metric. Silent where a {@code Training} could come another way: what
 * Dagger makes may have one, and so may a strategy of which another training is handed it, since it is the same for all.
 */
final class ReportingTrainings implements Rule<StrategyModel> {

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        boolean reachable = !model.constructor().isPlain()
                || model.trainings().stream()
                        .anyMatch(training -> training.parts().contains(Part.TRAINING));
        if (reachable) {
            return;
        }
        for (TrainingModel training : model.trainings()) {
            if (training.returning()) {
                for (SlotModel slot : training.fills()) {
                    slot.gate()
                            .filter(gate -> !gate.metric().isBlank())
                            .ifPresent(gate -> problems.accept(problem(model, training, slot, gate)));
                }
            }
        }
    }

    private static Problem problem(StrategyModel model, TrainingModel training, SlotModel slot, GateModel gate) {
        return new Problem(
                Code.TY325,
                gate.place(),
                "no model gets through the gate of " + slot.field() + ": " + training.method() + " cannot report "
                        + gate.metric() + ".",
                "a gate looks at what the training reports with training.metric(name, value), and " + training.method()
                        + " has no Training.",
                TypeSource.shown(slot.type(), model.type()) + " " + training.method() + "(Training training, ...)");
    }
}
