package io.trainyard.processor.check;

import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.TrainingModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.TypeSource;
import java.util.function.Consumer;

/** A field with a gate is filled by what a training returns: what a training has written itself is in place already. */
final class GatedWriting implements Rule<StrategyModel> {

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        for (TrainingModel training : model.trainings()) {
            if (training.returning()) {
                continue;
            }
            training.fills()
                    .forEach(slot -> slot.gate()
                            .ifPresent(gate -> problems.accept(new Problem(
                                    Code.TY324,
                                    gate.place(),
                                    "the gate of " + slot.field() + " comes too late: " + training.method() + " writes "
                                            + slot.field() + " itself.",
                                    "a gate keeps a model from its field, and one that a training has written is there already.",
                                    "return the new value: " + TypeSource.shown(slot.type(), model.type()) + " "
                                            + training.method() + "(...)"))));
        }
    }
}
