package io.trainyard.processor.model;

import io.trainyard.processor.problem.Place;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** When a training is due. */
public sealed interface ScheduleModel {

    /** Where the annotation stands. */
    Place place();

    /** Where its time of day stands; the annotation where it has none. */
    Place timePlace();

    /**
     * The schedule that fires at run time: generated code makes an equal one.
     *
     * @param zone that of the strategy
     */
    Schedule toSchedule(ZoneId zone);

    /** The same at another time of day; empty where no time of day is declared. */
    Optional<ScheduleModel> at(LocalTime other);

    /** The time of day that is declared, if one is. */
    Optional<LocalTime> timeOfDay();

    /**
     * Once, as soon as the strategy is deployed.
     *
     * @param place where the annotation stands
     */
    record AtDeployment(Place place) implements ScheduleModel {

        @Override
        public Place timePlace() {
            return place;
        }

        @Override
        public Schedule toSchedule(ZoneId zone) {
            return Schedule.atDeployment();
        }

        @Override
        public Optional<ScheduleModel> at(LocalTime other) {
            return Optional.empty();
        }

        @Override
        public Optional<LocalTime> timeOfDay() {
            return Optional.empty();
        }
    }

    /**
     * On days of the week at a time of day.
     *
     * @param days in the order of the source
     * @param time in the strategy's zone
     * @param place where the annotation stands
     * @param timePlace where the time stands
     */
    record Weekly(List<Day> days, LocalTime time, Place place, Place timePlace) implements ScheduleModel {

        /** Copies the list. */
        public Weekly {
            days = List.copyOf(days);
        }

        @Override
        public Schedule toSchedule(ZoneId zone) {
            return Schedule.of(
                    DateRule.every(days.stream().map(Day::day).distinct().toArray(DayOfWeek[]::new)),
                    TimeRule.at(time),
                    zone);
        }

        @Override
        public Optional<ScheduleModel> at(LocalTime other) {
            return Optional.of(new Weekly(days, other, place, timePlace));
        }

        @Override
        public Optional<LocalTime> timeOfDay() {
            return Optional.of(time);
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
