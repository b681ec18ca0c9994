package io.trainyard.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which dates a schedule fires on. Dates carry no zone: the schedule reads them in its own. */
public interface DateRule {

    /**
     * The first date of the rule that is on or after {@code earliest}.
     *
     * @return empty if there is none
     */
    Optional<LocalDate> onOrAfter(LocalDate earliest);

    /**
     * Every date that falls on one of the given days of the week.
     *
     * @throws IllegalArgumentException if no day is given
     */
    static DateRule every(DayOfWeek... days) {
        return every(Arrays.asList(days));
    }

    /**
     * Every date that falls on one of the given days of the week.
     *
     * @throws IllegalArgumentException if no day is given
     */
    static DateRule every(Collection<DayOfWeek> days) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a weekly rule names at least one day of the week");
        }
        return new DaysOfWeek(Set.copyOf(EnumSet.copyOf(days)));
    }
}
