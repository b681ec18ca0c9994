package io.trainyard.schedule;

import io.trainyard.Hours;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * The first or last trading day of every period, some trading days on or back: the first (last) date of the period or,
 * where that is closed, the next (previous) trading day, then {@code offset} days of regular trading further, but never
 * out of the period. A period without a trading day has no date. As LEAN's rules ({@code Common/Scheduling/DateRules.cs}),
 * save that periods at the rim of a range count like all others.
 */
record TradingPeriodEdge(CalendarPeriod period, boolean start, int offset, TradingCalendar calendar, Hours hours)
        implements DayRule {

    static TradingPeriodEdge of(
            CalendarPeriod period, boolean start, int offset, TradingCalendar calendar, Hours hours) {
        int maximum =
                period == CalendarPeriod.WEEK ? Math.max(calendar.tradingWeek().size() - 1, 0) : period.maximalOffset();
        PeriodEdge.check(period, start, offset, maximum);
        return new TradingPeriodEdge(period, start, offset, calendar, hours);
    }

    @Override
    public long onOrAfter(long day) {
        LocalDate first = first(LocalDate.ofEpochDay(day));
        // a date never leaves its period, so the first period with one settles it
        for (int i = 0; i < DAYS_OF_400_YEARS / 7; i++) {
            LocalDate last = period.last(first);
            long date = start ? fromStart(first, last) : fromEnd(first, last);
            if (date >= day && date != NONE) {
                return date;
            }
            first = last.plusDays(1);
        }
        return NONE;
    }

    private LocalDate first(LocalDate date) {
        if (period != CalendarPeriod.WEEK) {
            return period.first(date);
        }
        int sinceFirst =
                Math.floorMod(date.getDayOfWeek().getValue() - firstDay().getValue(), 7);
        return date.minusDays(sinceFirst);
    }

    /** The first day of the trading week, counted from Sunday. */
    private DayOfWeek firstDay() {
        DayOfWeek day = DayOfWeek.SUNDAY;
        for (int i = 0; i < 6 && !calendar.tradingWeek().contains(day); i++) {
            day = day.plus(1);
        }
        return day;
    }

    private long fromStart(LocalDate first, LocalDate last) {
        int left = offset;
        long found = NONE;
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            if (isOpen(date, date.equals(first))) {
                found = date.toEpochDay();
                if (left-- == 0) {
                    break;
                }
            }
        }
        return found;
    }

    private long fromEnd(LocalDate first, LocalDate last) {
        LocalDate base = last;
        if (period == CalendarPeriod.WEEK) {
            while (!calendar.tradingWeek().contains(base.getDayOfWeek()) && base.isAfter(first)) {
                base = base.minusDays(1);
            }
        }
        int left = offset;
        long found = NONE;
        for (LocalDate date = base; !date.isBefore(first); date = date.minusDays(1)) {
            if (isOpen(date, date.equals(base))) {
                found = date.toEpochDay();
                if (left-- == 0) {
                    break;
                }
            }
        }
        return found;
    }

    private boolean isOpen(LocalDate date, boolean base) {
        return calendar.isOpen(date, base ? hours : Hours.REGULAR);
    }

    @Override
    public String toString() {
        String of = " of " + calendar.name() + (hours == Hours.EXTENDED ? ", extended trading included," : "");
        return "on the "
                + (offset == 0 ? "" : Words.ordinal(offset) + " trading day " + (start ? "after the " : "before the "))
                + (start ? "first" : "last") + " trading day" + of + " in every " + period;
    }
}
