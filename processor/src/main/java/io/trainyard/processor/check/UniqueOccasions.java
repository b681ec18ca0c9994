package io.trainyard.processor.check;

import io.trainyard.processor.model.ScheduleModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.TrainingModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;
import io.trainyard.schedule.declared.Declaration;
import io.trainyard.schedule.declared.DeclaredDates;
import io.trainyard.schedule.declared.ScheduleElement;
import io.trainyard.schedule.declared.Spot;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The annotations of a training name each of its occasions once. */
final class UniqueOccasions implements Rule<StrategyModel> {

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        for (TrainingModel training : model.trainings()) {
            Set<Object> seen = new HashSet<>();
            for (ScheduleModel schedule : training.schedules()) {
                if (schedule.declaration() instanceof Declaration.Recurring recurring
                        && recurring.dates() instanceof DeclaredDates.Weekdays weekly) {
                    for (int i = 0; i < weekly.days().size(); i++) {
                        DayOfWeek day = weekly.days().get(i);
                        Object occasion = List.of(day, Set.copyOf(recurring.times()), recurring.clock());
                        Place place =
                                schedule.place(Spot.of(ScheduleElement.DAY).at(i));
                        check(seen.add(occasion), "the occasions of " + day, place, training, problems);
                    }
                } else {
                    Object occasion = schedule.declaration().toSchedule();
                    check(seen.add(occasion), occasion.toString(), schedule.place(), training, problems);
                }
            }
        }
    }

    private static void check(
            boolean isNew, String occasion, Place place, TrainingModel training, Consumer<Problem> problems) {
        if (!isNew) {
            problems.accept(new Problem(
                    Code.TY206,
                    place,
                    training.method() + " has " + occasion + " twice.",
                    "an occasion that is named twice runs once.",
                    "remove one of the two"));
        }
    }
}
