package io.trainyard.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The third Friday of every month, the last Monday; n counts from the end where it is negative. */
record NthDayOfWeek(int n, DayOfWeek day) implements DayRule {

    @Override
    public long onOrAfter(long earliest) {
        LocalDate month = LocalDate.ofEpochDay(earliest).withDayOfMonth(1);
        while (true) {
            LocalDate date = month.with(TemporalAdjusters.dayOfWeekInMonth(n, day));
            if (date.getMonth() == month.getMonth() && date.toEpochDay() >= earliest) {
                return date.toEpochDay();
            }
            month = month.plusMonths(1);
        }
    }

    @Override
    public String toString() {
        String which = n > 0 ? Words.ordinal(n) : n == -1 ? "last" : Words.ordinal(-n) + " last";
        return "on the " + which + " " + DaysOfWeek.name(day) + " of the month";
    }
}
