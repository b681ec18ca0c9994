package io.trainyard.schedule;

import io.trainyard.Overlap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The product of a date rule and a time rule, read from a wall clock.
 *
 * <p>How it is computed: the instants of a date may lie on other dates, so that all dates within {@link TimeRule#reach}
 * of an instant are asked. A single wall time in whole seconds, which is what most schedules are, keeps the order of its
 * dates and needs no such window: it is computed from the shared table of its zone, without an object but the result. An
 * open or a close of a market keeps the order of its dates, too.
 */
public final class RecurringSchedule implements Schedule {

    /** Dates beyond the year 900,000 are not looked at: the arithmetic of dates ends soon after. */
    private static final Instant START = Instant.parse("-900000-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+900000-01-01T00:00:00Z");
    private static final long DAY = 86_400;

    private final DayRule dates;
    private final TimeRule times;
    private final WallClock clock;
    /** The single wall time, where that is all. */
    private final @Nullable WallTime wallTime;
    /** The single open or close of a market, where that is all. */
    private final @Nullable MarketTime marketTime;
    /** From when to when instants of a date lie, in seconds after its 00:00 UTC; of no use with a single wall time. */
    private final long earliest;

    private final long latest;

    RecurringSchedule(DayRule dates, TimeRule times, WallClock clock) {
        this.dates = dates;
        this.times = times;
        this.clock = clock;
        this.wallTime = times instanceof WallTime wall && wall.isWholeSeconds() && clock.overlap() != Overlap.BOTH
                ? wall
                : null;
        this.marketTime = times instanceof MarketTime market ? market : null;
        TimeRule.Reach reach = wallTime != null ? TimeRule.Reach.WIDE : times.reach(clock);
        this.earliest = reach.earliest().toSeconds();
        this.latest = reach.latest().toSeconds() + 1;
    }

    /** On which dates. */
    public DateRule dates() {
        return dates instanceof DayRule.Adapted adapted ? adapted.rule() : dates;
    }

    /** The rules in each of which a date has to be where {@link #dates} demands several, else that rule alone. */
    public List<DateRule> conditions() {
        return conditions(dates).toList();
    }

    private static Stream<DateRule> conditions(DayRule rule) {
        if (rule instanceof CombinedDates.Both both) {
            return Stream.concat(conditions(both.left()), conditions(both.right()));
        }
        return rule instanceof CombinedDates.Without without ? conditions(without.rule()) : Stream.of(rule);
    }

    /** At which instants of each. */
    public TimeRule times() {
        return times;
    }

    /** The rules that {@link #times} is made of where it names several, else that rule alone. */
    public List<TimeRule> singleTimes() {
        return single(times).toList();
    }

    private static Stream<TimeRule> single(TimeRule rule) {
        return rule instanceof AnyTime any ? any.rules().stream().flatMap(RecurringSchedule::single) : Stream.of(rule);
    }

    /** The windows in which it fires again and again. */
    public List<TimeWindow> windows() {
        return single(times)
                .filter(Intervals.Windowed.class::isInstance)
                .map(rule -> ((Intervals.Windowed) rule).window())
                .toList();
    }

    /** What both are read from. */
    public WallClock clock() {
        return clock;
    }

    @Override
    public Optional<Instant> next(Instant after) {
        if (!after.isBefore(END)) {
            return Optional.empty();
        }
        Instant from = after.isBefore(START) ? START : after;
        if (wallTime != null) {
            return nextWallTime(wallTime, from.getEpochSecond());
        }
        return marketTime != null ? nextMarketTime(marketTime, from) : nextOfAny(from);
    }

    /** The first day that can have an instant strictly after {@code after}. */
    private long firstDay(Instant after) {
        return Math.floorDiv(after.getEpochSecond() - latest, DAY) + 1;
    }

    /** The first instant in the order of the dates is the first of all. */
    private Optional<Instant> nextMarketTime(MarketTime time, Instant after) {
        long day = dates.onOrAfter(firstDay(after));
        for (int tried = 0; day != DayRule.NONE && tried < DayRule.DAYS_OF_400_YEARS; tried++) {
            Instant instant = time.at(LocalDate.ofEpochDay(day));
            if (instant != null && instant.isAfter(after)) {
                return Optional.of(instant);
            }
            day = dates.onOrAfter(day + 1);
        }
        return Optional.empty();
    }

    private Optional<Instant> nextWallTime(WallTime time, long after) {
        ZoneTable zone = time.zone() == null ? clock.table() : ZoneTable.of(time.zone());
        long second = time.second();
        int index = zone.indexOf(after);
        boolean calm = zone.isCalm(index, after);
        long local = after + (calm ? zone.offset(index) : zone.offsetAt(after));
        // near a clock change a date that is over on the wall may have an instant to come
        long day = dates.onOrAfter(Math.floorDiv(local - second, DAY) + (calm ? 1 : -2));
        for (int tried = 0; day != DayRule.NONE && tried < DayRule.DAYS_OF_400_YEARS; tried++) {
            long wall = day * DAY + second;
            long instant = calm && wall < zone.calmUntil(index)
                    ? wall - zone.offset(index)
                    : zone.resolve(wall, clock.gap(), clock.overlap());
            if (instant > after) {
                return Optional.of(Instant.ofEpochSecond(instant));
            }
            day = dates.onOrAfter(day + 1);
        }
        return Optional.empty();
    }

    private Optional<Instant> nextOfAny(Instant after) {
        Instant best = null;
        int tried = 0;
        long day = dates.onOrAfter(firstDay(after));
        while (day != DayRule.NONE && tried < DayRule.DAYS_OF_400_YEARS) {
            if (best != null && day * DAY + earliest > best.getEpochSecond()) {
                break;
            }
            Instant first = firstAfter(after, LocalDate.ofEpochDay(day));
            if (first != null && (best == null || first.isBefore(best))) {
                best = first;
            }
            tried += best == null ? 1 : 0;
            day = dates.onOrAfter(day + 1);
        }
        return Optional.ofNullable(best);
    }

    private @Nullable Instant firstAfter(Instant after, LocalDate date) {
        if (times instanceof Intervals intervals) {
            return intervals.firstAfter(after, date, clock);
        }
        for (Instant instant : times.on(date, clock)) {
            if (instant.isAfter(after)) {
                return instant;
            }
        }
        return null;
    }

    @Override
    public boolean dueAtDeployment() {
        return false;
    }

    @Override
    public Iterator<Instant> from(Instant after) {
        if (wallTime != null) {
            ZoneTable zone = wallTime.zone() == null ? clock.table() : ZoneTable.of(wallTime.zone());
            return new WallTimeIterator(dates, wallTime.second(), zone, clock.gap(), clock.overlap(), next(after));
        }
        Instant from = after.isBefore(START) ? START : after;
        if (!from.isBefore(END)) {
            return List.<Instant>of().iterator();
        }
        return iterator(firstDay(from), MergingIterator.END_DAY, from);
    }

    @Override
    public Iterator<Instant> from(Instant after, Instant to) {
        if (wallTime != null || !after.isAfter(START) || !to.isBefore(END)) {
            return Schedule.super.from(after, to);
        }
        long endDay = Math.floorDiv(to.getEpochSecond() - earliest, DAY) + 1;
        return new UntilIterator(iterator(firstDay(after), endDay, after), to);
    }

    private Iterator<Instant> iterator(long firstDay, long endDay, Instant after) {
        return marketTime != null
                ? new MarketTimeIterator(dates, marketTime, firstDay, endDay, after)
                : new MergingIterator(dates, times, clock, earliest, firstDay, endDay, after);
    }

    @Override
    public Schedule boundAt(Instant deployedAt) {
        DateRule boundDates = dates.boundOn(clock.date(deployedAt));
        TimeRule boundTimes = times.boundAt(deployedAt);
        return boundDates.equals(dates) && boundTimes.equals(times)
                ? this
                : new RecurringSchedule(DayRule.of(boundDates), boundTimes, clock);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecurringSchedule that
                && dates.equals(that.dates)
                && times.equals(that.times)
                && clock.equals(that.clock);
    }

    @Override
    public int hashCode() {
        return (dates.hashCode() * 31 + times.hashCode()) * 31 + clock.hashCode();
    }

    @Override
    public String toString() {
        return dates + " " + times + (wallTime != null && wallTime.zone() == null ? " " : ", ") + clock;
    }
}
