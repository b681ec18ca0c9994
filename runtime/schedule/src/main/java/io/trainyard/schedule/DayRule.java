package io.trainyard.schedule;

import java.time.LocalDate;
import java.util.Optional;

/** A date rule that counts days since 1970-01-01 instead of making dates: what schedules are run with. */
interface DayRule extends DateRule {

    /** No further day. */
    long NONE = Long.MAX_VALUE;

    /** Rules give up after as many days without a date: after 400 years the calendar repeats. */
    int DAYS_OF_400_YEARS = 146_097;

    /** The first day of the rule on or after a day. */
    long onOrAfter(long day);

    @Override
    default Optional<LocalDate> onOrAfter(LocalDate earliest) {
        long day = onOrAfter(earliest.toEpochDay());
        return day == NONE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    /** Any rule seen as one of these. */
    static DayRule of(DateRule rule) {
        return rule instanceof DayRule days ? days : new Adapted(rule);
    }

    /** A rule that someone else wrote. */
    record Adapted(DateRule rule) implements DayRule {

        @Override
        public long onOrAfter(long day) {
            return rule.onOrAfter(LocalDate.ofEpochDay(day))
                    .map(LocalDate::toEpochDay)
                    .orElse(NONE);
        }

        @Override
        public DateRule boundOn(LocalDate deployedOn) {
            return rule.boundOn(deployedOn);
        }

        @Override
        public String toString() {
            return rule.toString();
        }
    }
}
