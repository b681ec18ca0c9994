package io.trainyard.processor.model;

import io.trainyard.processor.problem.Place;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/** When a training is due. */
public sealed interface ScheduleModel {

    /**
     * Once, as soon as the strategy is deployed.
     *
     * @param place where the annotation stands
     */
    record AtDeployment(Place place) implements ScheduleModel {}

    /**
     * On days of the week at a time of day.
     *
     * @param days in the order of the source
     * @param time in the strategy's zone
     */
    record Weekly(List<Day> days, LocalTime time) implements ScheduleModel {

        /** Copies the list. */
        public Weekly {
            days = List.copyOf(days);
        }
    }

    /**
     * A day of the week.
     *
     * @param day which
     * @param place where it stands
     */
    record Day(DayOfWeek day, Place place) {}
}
