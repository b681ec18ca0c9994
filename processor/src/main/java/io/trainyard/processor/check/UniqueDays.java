package io.trainyard.processor.check;

import io.trainyard.processor.model.ScheduleModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.TrainingModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** An annotation names each day once. Whole schedules that repeat each other are {@link ProvenSchedules}' to find. */
final class UniqueDays implements Rule<StrategyModel> {

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        for (TrainingModel training : model.trainings()) {
            for (ScheduleModel schedule : training.schedules()) {
                if (schedule instanceof ScheduleModel.Weekly weekly) {
                    check(weekly, training, problems);
                }
            }
        }
    }

    private static void check(ScheduleModel.Weekly weekly, TrainingModel training, Consumer<Problem> problems) {
        Set<DayOfWeek> seen = EnumSet.noneOf(DayOfWeek.class);
        for (ScheduleModel.Day day : weekly.days()) {
            if (!seen.add(day.day())) {
                problems.accept(new Problem(
                        Code.TY206,
                        day.place(),
                        training.method() + " has " + day.day() + " at " + weekly.time() + " twice.",
                        "a day that is named twice is one day.",
                        "remove one of the two"));
            }
        }
    }
}
