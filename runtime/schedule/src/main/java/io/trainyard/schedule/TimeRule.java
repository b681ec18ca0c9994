package io.trainyard.schedule;

import io.trainyard.Hours;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * At which instants of a date a schedule fires. The instants of a date may lie on neighbouring dates: 24:00 is the next
 * midnight, an hour of Tokyo is another date's in New York. A rule is a value and says in {@link Object#toString} in plain
 * words what it is. Rules of one's own need {@link #on} only.
 */
@FunctionalInterface
public interface TimeRule {

    /**
     * The instants of the rule on {@code date} as the schedule's clock reads them, ascending, without duplicates.
     *
     * @throws IllegalStateException if the rule depends on the moment of deployment and is not bound to it yet
     */
    List<Instant> on(LocalDate date, WallClock clock);

    /** How far from a date its instants can lie. Wider than needed costs time; too narrow would lose instants. */
    default Reach reach(WallClock clock) {
        return Reach.WIDE;
    }

    /** The rule for a strategy that is deployed at this instant; the same rule unless it counts from that instant. */
    default TimeRule boundAt(Instant deployedAt) {
        return this;
    }

    /** At a wall time of the schedule's zone. */
    static TimeRule at(LocalTime time) {
        return new WallTime(time, 0, null);
    }

    /** At a wall time of another zone than the schedule's: the date of the schedule, read there. */
    static TimeRule at(LocalTime time, ZoneId zone) {
        return new WallTime(time, 0, zone);
    }

    /**
     * At a wall time some days after the date: midnight a day later is 24:00.
     *
     * @throws IllegalArgumentException if {@code daysLater} is negative or above 7
     */
    static TimeRule at(LocalTime time, int daysLater) {
        if (daysLater < 0 || daysLater > 7) {
            throw new IllegalArgumentException(
                    "a time belongs to its date or to one of the 7 days after it, not to one " + daysLater
                            + " days later");
        }
        return new WallTime(time, daysLater, null);
    }

    /** At the midnight at which the date begins. */
    static TimeRule midnight() {
        return at(LocalTime.MIDNIGHT);
    }

    /** At twelve o'clock on the wall, on days of clock changes too. */
    static TimeRule noon() {
        return at(LocalTime.NOON);
    }

    /** At the very moment of deployment, if that falls on the date. */
    static TimeRule now() {
        return new Now(null);
    }

    /**
     * Every {@code interval}. Up to a day it begins anew at the start of each date and keeps its cadence until the date ends,
     * in elapsed time: every half hour is 46, 48 or 50 times a day. Longer ones never begin anew: they are counted in elapsed
     * time from 1970-01-01, midnight in the schedule's zone, and fire on the dates on which they fall, so that deploying
     * again does not shift them.
     *
     * @throws IllegalArgumentException if the interval is shorter than a second
     */
    static TimeRule every(Duration interval) {
        Intervals.check(interval);
        return interval.compareTo(Duration.ofDays(1)) > 0
                ? new Intervals.Anchored(interval, null)
                : new Intervals.Daily(interval);
    }

    /**
     * Every {@code interval} of elapsed time from {@code anchor}, before and after it, where that falls on the date.
     *
     * @throws IllegalArgumentException if the interval is shorter than a second
     */
    static TimeRule every(Duration interval, Instant anchor) {
        Intervals.check(interval);
        return new Intervals.Anchored(interval, anchor);
    }

    /**
     * Every {@code interval} of elapsed time from one wall time up to and including another; up to that of the next date
     * where the second is the earlier one. A window that a clock change shortens or lengthens has fewer or more instants.
     *
     * @throws IllegalArgumentException if the interval is shorter than a second or both times are the same
     */
    static TimeRule every(Duration interval, LocalTime from, LocalTime to) {
        Intervals.check(interval);
        if (from.equals(to)) {
            throw new IllegalArgumentException("from " + from + " to " + to
                    + " is no window: use TimeRule.at for one instant, every(interval) for the whole day");
        }
        return new Intervals.Windowed(interval, from, to);
    }

    /** Some time after the first open of a market on the date; before it where {@code delay} is negative. */
    static TimeRule afterOpen(TradingCalendar calendar, Duration delay, Hours hours) {
        return new MarketTime(calendar, true, delay, hours);
    }

    /** Some time before the first open of a market on the date; after it where {@code lead} is negative. */
    static TimeRule beforeOpen(TradingCalendar calendar, Duration lead, Hours hours) {
        return new MarketTime(calendar, true, lead.negated(), hours);
    }

    /** Some time after the last close of a market on the date; before it where {@code delay} is negative. */
    static TimeRule afterClose(TradingCalendar calendar, Duration delay, Hours hours) {
        return new MarketTime(calendar, false, delay, hours);
    }

    /** Some time before the last close of a market on the date; after it where {@code lead} is negative. */
    static TimeRule beforeClose(TradingCalendar calendar, Duration lead, Hours hours) {
        return new MarketTime(calendar, false, lead.negated(), hours);
    }

    /**
     * Some time after the earliest open of several markets on the date; before it where {@code delay} is negative. Markets
     * that are closed on the date do not count, nor do those that never close, unless all are such.
     *
     * @throws IllegalArgumentException if no market is given
     */
    static TimeRule afterFirstOpen(List<TradingCalendar> markets, Duration delay, Hours hours) {
        return JointMarketTime.of(markets, true, delay, hours);
    }

    /**
     * Some time after the latest close of several markets on the date; before it where {@code delay} is negative. Markets
     * that are closed on the date do not count, nor do those that never close, unless all are such.
     *
     * @throws IllegalArgumentException if no market is given
     */
    static TimeRule afterLastClose(List<TradingCalendar> markets, Duration delay, Hours hours) {
        return JointMarketTime.of(markets, false, delay, hours);
    }

    /** The instants of all these rules; one on which several agree counts once. */
    static TimeRule anyOf(TimeRule... rules) {
        return anyOf(Arrays.asList(rules));
    }

    /**
     * The instants of all these rules; one on which several agree counts once.
     *
     * @throws IllegalArgumentException if there is none
     */
    static TimeRule anyOf(List<TimeRule> rules) {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("a combination names at least one rule");
        }
        return rules.size() == 1 ? rules.get(0) : new AnyTime(List.copyOf(rules));
    }

    /**
     * How far the instants of a date can lie from the start of that date in UTC.
     *
     * @param earliest no instant lies earlier after 00:00 UTC of the date
     * @param latest no instant lies later after 00:00 UTC of the date
     */
    record Reach(Duration earliest, Duration latest) {

        /** Three days to both sides: enough for any wall time of any zone. */
        static final Reach WIDE = new Reach(Duration.ofDays(-3), Duration.ofDays(4));

        /** The reach of wall times between these seconds after local midnight. */
        static Reach ofWallTime(ZoneTable zone, long fromSecond, long toSecond) {
            // the instant after a gap lies before the wall time that it stands for, by no more than the gap
            long gap = (long) zone.maximalOffset() - zone.minimalOffset();
            return new Reach(
                    Duration.ofSeconds(fromSecond - zone.maximalOffset() - gap),
                    Duration.ofSeconds(toSecond - zone.minimalOffset() + 1));
        }

        /** The reach that covers both. */
        Reach and(Reach other) {
            return new Reach(
                    earliest.compareTo(other.earliest) < 0 ? earliest : other.earliest,
                    latest.compareTo(other.latest) > 0 ? latest : other.latest);
        }
    }
}
