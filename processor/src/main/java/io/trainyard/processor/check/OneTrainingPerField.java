package io.trainyard.processor.check;

import io.trainyard.processor.model.SlotModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.TrainingModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A field that a training returns the value of is filled by no other training. */
final class OneTrainingPerField implements Rule<StrategyModel> {

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        Map<SlotModel, TrainingModel> fillers = new HashMap<>();
        for (TrainingModel training : model.trainings()) {
            for (SlotModel slot : training.fills()) {
                TrainingModel first = fillers.putIfAbsent(slot, training);
                if (first != null && (first.returning() || training.returning())) {
                    problems.accept(new Problem(
                            Code.TY305,
                            training.place(),
                            training.method() + " fills " + slot.field() + ", which " + first.method()
                                    + " fills already.",
                            "a field holds the result of one training; of two, the later run would silently win.",
                            "put the @Train annotations of both on one of the two methods, or give " + training.method()
                                    + " a @Stored field of its own and name it by stores"));
                }
            }
        }
    }
}
