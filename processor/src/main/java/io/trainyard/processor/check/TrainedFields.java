package io.trainyard.processor.check;

import io.trainyard.processor.model.SlotModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.TrainingModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every stored field is filled by a training. */
final class TrainedFields implements Rule<StrategyModel> {

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        if (model.trainings().stream().anyMatch(training -> training.fills().isEmpty())) {
            // the training that nobody knows the field of may be the one: it has been told
            return;
        }
        Set<SlotModel> filled = model.trainings().stream()
                .map(TrainingModel::fills)
                .flatMap(slots -> slots.stream())
                .collect(Collectors.toSet());
        for (SlotModel slot : model.slots()) {
            if (!filled.contains(slot)) {
                problems.accept(new Problem(
                        Code.TY310,
                        slot.place(),
                        "no training fills " + slot.field() + ".",
                        "unless the store has a value already, the model is never ready, and the handlers that wait for"
                                + " it are never called.",
                        "a method with @Train that returns its value, or remove @Stored"));
            }
        }
    }
}
