package io.trainyard.schedule;

import io.trainyard.ClosedDates;
import io.trainyard.Hours;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Which dates a schedule fires on. Dates carry no zone: the schedule reads them in its own, a market's opens and closes
 * in the market's. A rule is a value and says in {@link Object#toString} in plain words what it is. Rules of one's own need
 * {@link #onOrAfter} only.
 */
@FunctionalInterface
public interface DateRule {

    /**
     * The first date of the rule that is on or after {@code earliest}.
     *
     * @return empty if there is none
     * @throws IllegalStateException if the rule depends on the moment of deployment and is not bound to it yet
     */
    Optional<LocalDate> onOrAfter(LocalDate earliest);

    /** The rule for a strategy that is deployed on this date; the same rule unless it counts from that date. */
    default DateRule boundOn(LocalDate deployedOn) {
        return this;
    }

    /** Whether {@code date} is a date of the rule. */
    default boolean contains(LocalDate date) {
        return onOrAfter(date).filter(date::equals).isPresent();
    }

    /** The dates that are in this rule and in {@code other}. */
    default DateRule and(DateRule other) {
        return new CombinedDates.Both(DayRule.of(this), DayRule.of(other));
    }

    /** The dates that are in this rule or in {@code other}. */
    default DateRule or(DateRule other) {
        return new CombinedDates.Either(DayRule.of(this), DayRule.of(other));
    }

    /** The dates of this rule that are not in {@code other}. */
    default DateRule except(DateRule other) {
        return new CombinedDates.Without(DayRule.of(this), DayRule.of(other));
    }

    /** The dates of this rule but these. */
    default DateRule except(LocalDate... dates) {
        return dates.length == 0 ? this : except(on(dates));
    }

    /**
     * Moves the dates on which a market has no regular session. Two dates that move to one are one.
     *
     * @param calendar the market
     * @param policy what becomes of a date on which it is closed
     */
    default DateRule onClosed(TradingCalendar calendar, ClosedDates policy) {
        return onClosed(calendar, policy, Hours.REGULAR);
    }

    /**
     * Moves the dates on which a market has no session in these hours. Two dates that move to one are one.
     *
     * @param calendar the market
     * @param policy what becomes of a date on which it is closed
     * @param hours which sessions count
     */
    default DateRule onClosed(TradingCalendar calendar, ClosedDates policy, Hours hours) {
        return policy == ClosedDates.SKIP
                ? and(tradingDays(calendar, hours))
                : new CombinedDates.Moved(DayRule.of(this), calendar, policy, hours);
    }

    /**
     * These dates.
     *
     * @throws IllegalArgumentException if no date is given
     */
    static DateRule on(LocalDate... dates) {
        return on(Arrays.asList(dates));
    }

    /**
     * These dates.
     *
     * @throws IllegalArgumentException if no date is given
     */
    static DateRule on(Collection<LocalDate> dates) {
        return GivenDates.of(dates);
    }

    /** The date of deployment in the schedule's zone. */
    static DateRule today() {
        return new DeploymentDate(0, null);
    }

    /** The date after that of deployment in the schedule's zone. */
    static DateRule tomorrow() {
        return new DeploymentDate(1, null);
    }

    /** Every date. */
    static DateRule everyDay() {
        return DaysOfWeek.of(EnumSet.allOf(DayOfWeek.class));
    }

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
        return DaysOfWeek.of(EnumSet.copyOf(days));
    }

    /**
     * Every {@code weeks} weeks from {@code anchor}: the anchor itself, and so on; no date before it.
     *
     * @throws IllegalArgumentException if {@code weeks} is not positive
     */
    static DateRule everyWeeks(int weeks, LocalDate anchor) {
        if (weeks < 1) {
            throw new IllegalArgumentException("every so many weeks is every 1 at least, not " + weeks);
        }
        return new EveryWeeks(weeks, anchor);
    }

    /** Every date on which a market has a regular session. */
    static DateRule tradingDays(TradingCalendar calendar) {
        return tradingDays(calendar, Hours.REGULAR);
    }

    /** Every date on which a market has a session in these hours. */
    static DateRule tradingDays(TradingCalendar calendar, Hours hours) {
        return new TradingDays(calendar, hours);
    }

    /**
     * The first date of every period plus {@code offset} calendar days, but no later than its last: the fifth day after the
     * start of a month is the sixth. A week starts on Monday.
     *
     * @throws IllegalArgumentException if the offset is negative or above {@link CalendarPeriod#maximalOffset}
     */
    static DateRule startOf(CalendarPeriod period, int offset) {
        return PeriodEdge.of(period, true, offset);
    }

    /**
     * The first trading day of every period plus {@code offset} trading days, but no later than its last. A week starts on
     * the first day of the market's trading week, counted from Sunday.
     *
     * @throws IllegalArgumentException if the offset is negative or above {@link CalendarPeriod#maximalOffset}, of a week
     *     above the number of days that the market trades in it, less one
     */
    static DateRule startOf(CalendarPeriod period, int offset, TradingCalendar calendar) {
        return startOf(period, offset, calendar, Hours.REGULAR);
    }

    /**
     * The same; with {@link Hours#EXTENDED} the first date of a period also counts where it has no regular session but
     * another, as a Sunday evening of futures. Further days are counted by regular sessions, as in LEAN.
     *
     * @throws IllegalArgumentException as above
     */
    static DateRule startOf(CalendarPeriod period, int offset, TradingCalendar calendar, Hours hours) {
        return TradingPeriodEdge.of(period, true, offset, calendar, hours);
    }

    /**
     * The last date of every period minus {@code offset} calendar days, but no earlier than its first. A week ends on
     * Friday, and five and six days before it are the weekend before.
     *
     * @throws IllegalArgumentException if the offset is negative or above {@link CalendarPeriod#maximalOffset}
     */
    static DateRule endOf(CalendarPeriod period, int offset) {
        return PeriodEdge.of(period, false, offset);
    }

    /**
     * The last trading day of every period minus {@code offset} trading days, but no earlier than its first.
     *
     * @throws IllegalArgumentException as at {@link #startOf(CalendarPeriod, int, TradingCalendar)}
     */
    static DateRule endOf(CalendarPeriod period, int offset, TradingCalendar calendar) {
        return endOf(period, offset, calendar, Hours.REGULAR);
    }

    /**
     * The same; with {@link Hours#EXTENDED} the last date of a period also counts where it has no regular session but
     * another.
     *
     * @throws IllegalArgumentException as at {@link #startOf(CalendarPeriod, int, TradingCalendar)}
     */
    static DateRule endOf(CalendarPeriod period, int offset, TradingCalendar calendar, Hours hours) {
        return TradingPeriodEdge.of(period, false, offset, calendar, hours);
    }

    /**
     * The n-th of a day of the week in every month: 3 and Friday is the third Friday, -1 the last, -2 the one before it. A
     * month without a fifth has no date.
     *
     * @throws IllegalArgumentException if {@code n} is 0 or beyond 5
     */
    static DateRule nth(int n, DayOfWeek day) {
        if (n == 0 || n < -5 || n > 5) {
            throw new IllegalArgumentException(
                    "a month has a first to a fifth (1 to 5) and a last to a fifth last (-1 to -5) " + day + ", no " + n
                            + "th");
        }
        return new NthDayOfWeek(n, day);
    }

    /** The dates of any of the rules. */
    static DateRule anyOf(List<DateRule> rules) {
        return rules.stream()
                .reduce(DateRule::or)
                .orElseThrow(() -> new IllegalArgumentException("a combination names at least one rule"));
    }
}
