package io.trainyard.schedule;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A stretch of the calendar that has a start and an end. */
public enum CalendarPeriod {
    /** Monday to Sunday; with a trading calendar seven days from the first day of its trading week. */
    WEEK(6),
    /** First to last day of a month. */
    MONTH(30),
    /** January to March, April to June, July to September, October to December. */
    QUARTER(92),
    /** January to December. */
    YEAR(365);

    private final int maximalOffset;

    CalendarPeriod(int maximalOffset) {
        this.maximalOffset = maximalOffset;
    }

    /** The largest offset that a rule can take from the start or the end of such a period, in days. */
    public int maximalOffset() {
        return maximalOffset;
    }

    /** The first day of the month, quarter or year that {@code date} lies in; of the week from Monday on. */
    LocalDate first(LocalDate date) {
        return switch (this) {
            case WEEK -> date.minusDays(date.getDayOfWeek().getValue() - 1L);
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    /** The last day of the period that begins on {@code first}. */
    LocalDate last(LocalDate first) {
        return switch (this) {
            case WEEK -> first.plusDays(6);
            case MONTH -> first.with(TemporalAdjusters.lastDayOfMonth());
            case QUARTER -> first.plusMonths(2).with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> first.with(TemporalAdjusters.lastDayOfYear());
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
