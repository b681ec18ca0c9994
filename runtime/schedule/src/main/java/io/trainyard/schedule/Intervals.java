package io.trainyard.schedule;

import io.trainyard.Gap;
import io.trainyard.Overlap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules that fire again and again in steps of elapsed time. */
sealed interface Intervals extends TimeRule {

    /** The step. */
    Duration interval();

    /** The stretch of a date in which the rule fires and where its cadence comes from. */
    Grid grid(LocalDate date, WallClock clock);

    @Override
    default List<Instant> on(LocalDate date, WallClock clock) {
        List<Instant> instants = new ArrayList<>();
        Grid grid = grid(date, clock);
        Instant instant = grid.first;
        while (instant.isBefore(grid.end)) {
            instants.add(instant);
            instant = instant.plus(interval());
        }
        return instants;
    }

    /** The first instant of a date strictly after {@code after}, without listing those before it. */
    default @Nullable Instant firstAfter(Instant after, LocalDate date, WallClock clock) {
        Grid grid = grid(date, clock);
        Instant instant = grid.first;
        if (!instant.isAfter(after)) {
            long steps = steps(Duration.between(grid.first, after), interval());
            instant = grid.first.plus(interval().multipliedBy(steps + 1));
        }
        return instant.isBefore(grid.end) ? instant : null;
    }

    /** How many whole intervals fit, give or take one where {@code elapsed} is negative. */
    private static long steps(Duration elapsed, Duration interval) {
        // dividing durations goes through decimal numbers, which takes a microsecond
        return interval.toNanosPart() == 0 ? elapsed.toSeconds() / interval.toSeconds() : elapsed.dividedBy(interval);
    }

    static void check(Duration interval) {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "an interval is a second or longer, not " + interval + ": write Duration.ofMinutes(30)");
        }
    }

    /**
     * The stretch of a date in which a rule fires.
     *
     * @param first the first instant
     * @param end no instant at or after it
     */
    record Grid(Instant first, Instant end) {}

    /** From the start of each date. */
    record Daily(Duration interval) implements Intervals {

        @Override
        public Grid grid(LocalDate date, WallClock clock) {
            Instant start = clock.start(date);
            // a day of 25 hours has one daily instant still
            return interval.equals(Duration.ofDays(1))
                    ? new Grid(start, start.plusNanos(start.isBefore(clock.start(date.plusDays(1))) ? 1 : 0))
                    : new Grid(start, clock.start(date.plusDays(1)));
        }

        @Override
        public Reach reach(WallClock clock) {
            return Reach.ofWallTime(clock.table(), 0, 86_400);
        }

        @Override
        public String toString() {
            return "every " + Words.length(interval);
        }
    }

    /** From one wall time to another. */
    record Windowed(Duration interval, LocalTime from, LocalTime to) implements Intervals {

        TimeWindow window() {
            return new TimeWindow(from, to);
        }

        @Override
        public Grid grid(LocalDate date, WallClock clock) {
            WallClock whole = clock.with(Gap.NEXT_VALID);
            List<Instant> first = whole.with(Overlap.EARLIER).instants(date.atTime(from));
            List<Instant> last = whole.with(Overlap.LATER)
                    .instants(date.plusDays(to.isBefore(from) ? 1 : 0).atTime(to));
            return new Grid(first.get(0), last.get(0).plusNanos(1));
        }

        @Override
        public Reach reach(WallClock clock) {
            long end = to.toSecondOfDay() + (to.isBefore(from) ? 86_400L : 0);
            return Reach.ofWallTime(clock.table(), from.toSecondOfDay(), end);
        }

        @Override
        public String toString() {
            return "every " + Words.length(interval) + " from " + from + " to " + to
                    + (to.isBefore(from) ? " of the next day" : "");
        }
    }

    /** From an anchor, or from 1970-01-01 in the schedule's zone. */
    record Anchored(Duration interval, @Nullable Instant anchor) implements Intervals {

        @Override
        public Grid grid(LocalDate date, WallClock clock) {
            Instant from = anchor != null ? anchor : clock.start(LocalDate.EPOCH);
            Instant start = clock.start(date);
            long steps = steps(Duration.between(from, start), interval);
            Instant first = from.plus(interval.multipliedBy(steps));
            while (first.isBefore(start)) {
                first = first.plus(interval);
            }
            while (!first.minus(interval).isBefore(start)) {
                first = first.minus(interval);
            }
            return new Grid(first, clock.start(date.plusDays(1)));
        }

        @Override
        public Reach reach(WallClock clock) {
            return Reach.ofWallTime(clock.table(), 0, 86_400);
        }

        @Override
        public String toString() {
            return "every " + Words.length(interval) + " counted from "
                    + (anchor == null ? "midnight of 1970-01-01" : anchor);
        }
    }
}
