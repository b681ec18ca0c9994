package io.trainyard.processor.check;

import io.trainyard.processor.model.HandlerModel;
import io.trainyard.processor.model.SlotModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.TrainingModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.TypeSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A training that writes its fields itself has no handler beside it that is called while it does. Handlers that wait
 * for the guard are not called during such a training, so they are no danger.
 */
final class GuardedWriting implements Rule<StrategyModel> {

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        Optional<HandlerModel> unguarded =
                model.handlers().stream().filter(HandlerModel::always).findFirst();
        if (unguarded.isEmpty()) {
            return;
        }
        for (TrainingModel training : model.trainings()) {
            if (!training.returning() && !training.fills().isEmpty()) {
                SlotModel slot = training.fills().get(0);
                problems.accept(new Problem(
                        Code.TY311,
                        training.place(),
                        training.method() + " writes " + slot.field() + " itself, while "
                                + unguarded.get().method() + " is called whether or not the models are ready.",
                        "live, a training runs beside the handlers: one that does not wait may read a model that is half"
                                + " written.",
                        "return the new value: " + TypeSource.shown(slot.type(), model.type()) + " " + training.method()
                                + "(...)"));
            }
        }
    }
}
