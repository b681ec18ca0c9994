package io.trainyard.schedule;

import java.time.LocalDate;

/** The start or end of every period, some calendar days on or back. */
record PeriodEdge(CalendarPeriod period, boolean start, int offset) implements DayRule {

    static PeriodEdge of(CalendarPeriod period, boolean start, int offset) {
        check(period, start, offset, period.maximalOffset());
        return new PeriodEdge(period, start, offset);
    }

    static void check(CalendarPeriod period, boolean start, int offset, int maximum) {
        if (offset < 0 || offset > maximum) {
            throw new IllegalArgumentException("the offset from the " + (start ? "start" : "end") + " of a " + period
                    + " is 0 to " + maximum + " days, not " + offset);
        }
    }

    @Override
    public long onOrAfter(long day) {
        LocalDate first = period.first(LocalDate.ofEpochDay(day));
        while (true) {
            long date = in(first);
            if (date >= day) {
                return date;
            }
            first = period.last(first).plusDays(1);
        }
    }

    private long in(LocalDate first) {
        long begins = first.toEpochDay();
        if (period == CalendarPeriod.WEEK) {
            // Friday less five is the Sunday before the week
            return start ? begins + offset : begins + 4 - offset;
        }
        long ends = period.last(first).toEpochDay();
        return start ? Math.min(begins + offset, ends) : Math.max(ends - offset, begins);
    }

    @Override
    public String toString() {
        if (period == CalendarPeriod.WEEK) {
            return "on " + (offset == 0 ? "" : Words.count(offset, "day") + (start ? " after " : " before "))
                    + (start ? "Monday of every week" : "Friday of every week");
        }
        return "on the " + (offset == 0 ? "" : Words.ordinal(offset) + " day " + (start ? "after the " : "before the "))
                + (start ? "first" : "last") + " day of every " + period;
    }
}
