package io.trainyard.processor.check;

import io.trainyard.processor.model.ScheduleModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.TrainingModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** A training names each of its occasions once. */
final class UniqueOccasions implements Rule<StrategyModel> {

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        for (TrainingModel training : model.trainings()) {
            Set<String> seen = new HashSet<>();
            for (ScheduleModel schedule : training.schedules()) {
                if (schedule instanceof ScheduleModel.Weekly weekly) {
                    for (ScheduleModel.Day day : weekly.days()) {
                        check(day.day() + " at " + weekly.time(), day.place(), training, seen, problems);
                    }
                } else if (schedule instanceof ScheduleModel.AtDeployment atDeployment) {
                    check("deployment", atDeployment.place(), training, seen, problems);
                }
            }
        }
    }

    private static void check(
            String occasion, Place place, TrainingModel training, Set<String> seen, Consumer<Problem> problems) {
        if (!seen.add(occasion)) {
            problems.accept(new Problem(
                    Code.TY206,
                    place,
                    training.method() + " has " + occasion + " twice.",
                    "an occasion that is named twice runs once.",
                    "remove one of the two"));
        }
    }
}
