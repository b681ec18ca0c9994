package io.trainyard.schedule.declared;

import io.trainyard.ClosedDates;
import io.trainyard.Hours;
import io.trainyard.schedule.CalendarPeriod;
import io.trainyard.schedule.DateRule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Dates as declared: what was typed, as values. */
public sealed interface DeclaredDates {

    /** The rule that they are. */
    DateRule toRule();

    /** Whether a market is open in these hours on all of them, by what they are. */
    default boolean areOpen(Hours hours) {
        return false;
    }

    /**
     * Days of the week.
     *
     * @param days at least one, in the order of the source
     */
    record Weekdays(List<DayOfWeek> days) implements DeclaredDates {

        /** Copies the list. */
        public Weekdays {
            days = List.copyOf(days);
        }

        @Override
        public DateRule toRule() {
            return DateRule.every(days);
        }
    }

    /**
     * The n-th of a day of the week in every month.
     *
     * @param n 1 to 5, or from the end -1 to -5
     * @param day the day
     */
    record Nth(int n, DayOfWeek day) implements DeclaredDates {
        @Override
        public DateRule toRule() {
            return DateRule.nth(n, day);
        }
    }

    /**
     * Given dates.
     *
     * @param dates at least one, in the order of the source
     */
    record Given(List<LocalDate> dates) implements DeclaredDates {

        /** Copies the list. */
        public Given {
            dates = List.copyOf(dates);
        }

        @Override
        public DateRule toRule() {
            return DateRule.on(dates);
        }
    }

    /**
     * Every so many weeks.
     *
     * @param weeks how many
     * @param anchor the first
     */
    record EveryWeeks(int weeks, LocalDate anchor) implements DeclaredDates {
        @Override
        public DateRule toRule() {
            return DateRule.everyWeeks(weeks, anchor);
        }
    }

    /** Every date. */
    record EveryDay() implements DeclaredDates {
        @Override
        public DateRule toRule() {
            return DateRule.everyDay();
        }
    }

    /** The date of deployment. */
    record Today() implements DeclaredDates {
        @Override
        public DateRule toRule() {
            return DateRule.today();
        }
    }

    /** The date after that of deployment. */
    record Tomorrow() implements DeclaredDates {
        @Override
        public DateRule toRule() {
            return DateRule.tomorrow();
        }
    }

    /**
     * The trading days of a market.
     *
     * @param market the market
     * @param hours whose sessions count
     */
    record TradingDays(Market market, Hours hours) implements DeclaredDates {
        @Override
        public DateRule toRule() {
            return DateRule.tradingDays(market.calendar(), hours);
        }

        @Override
        public boolean areOpen(Hours in) {
            return hours == in;
        }
    }

    /**
     * The starts or ends of periods.
     *
     * @param period which
     * @param start whether their starts, else their ends
     * @param offset how many days further into the period
     * @param market whose trading days count; without one, days of the calendar
     * @param hours whose sessions count
     */
    record PeriodEdge(CalendarPeriod period, boolean start, int offset, Optional<Market> market, Hours hours)
            implements DeclaredDates {
        @Override
        public DateRule toRule() {
            if (market.isEmpty()) {
                return start ? DateRule.startOf(period, offset) : DateRule.endOf(period, offset);
            }
            return start
                    ? DateRule.startOf(period, offset, market.get().calendar(), hours)
                    : DateRule.endOf(period, offset, market.get().calendar(), hours);
        }

        @Override
        public boolean areOpen(Hours in) {
            return market.isPresent() && hours == in;
        }
    }

    /**
     * The dates of any.
     *
     * @param parts two or more
     */
    record AnyOf(List<DeclaredDates> parts) implements DeclaredDates {

        /** Copies the list. */
        public AnyOf {
            parts = List.copyOf(parts);
        }

        /** The dates of any; of one, those. */
        static DeclaredDates of(List<DeclaredDates> parts) {
            return parts.size() == 1 ? parts.get(0) : new AnyOf(parts);
        }

        @Override
        public DateRule toRule() {
            return DateRule.anyOf(parts.stream().map(DeclaredDates::toRule).toList());
        }

        @Override
        public boolean areOpen(Hours hours) {
            return parts.stream().allMatch(part -> part.areOpen(hours));
        }
    }

    /**
     * The dates that are in both.
     *
     * @param left these
     * @param right and those
     */
    record Both(DeclaredDates left, DeclaredDates right) implements DeclaredDates {
        @Override
        public DateRule toRule() {
            return left.toRule().and(right.toRule());
        }

        @Override
        public boolean areOpen(Hours hours) {
            return left.areOpen(hours) || right.areOpen(hours);
        }
    }

    /**
     * Dates on which a market is open.
     *
     * @param dates these
     * @param market the market
     * @param policy what becomes of those on which it is closed
     * @param hours whose sessions count
     */
    record Open(DeclaredDates dates, Market market, ClosedDates policy, Hours hours) implements DeclaredDates {
        @Override
        public DateRule toRule() {
            return dates.toRule().onClosed(market.calendar(), policy, hours);
        }

        @Override
        public boolean areOpen(Hours in) {
            return hours == in;
        }
    }

    /**
     * Dates that are not among others.
     *
     * @param dates these
     * @param excluded but not those
     */
    record Without(DeclaredDates dates, DeclaredDates excluded) implements DeclaredDates {
        @Override
        public DateRule toRule() {
            return dates.toRule().except(excluded.toRule());
        }

        @Override
        public boolean areOpen(Hours hours) {
            return dates.areOpen(hours);
        }
    }
}
