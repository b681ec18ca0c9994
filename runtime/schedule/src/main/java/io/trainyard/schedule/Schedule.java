package io.trainyard.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * When something is due: once at deployment, or on the product of a date rule and a time rule. A schedule is a value;
 * {@link Object#toString} says it in plain words.
 *
 * <p>Rules that count from deployment ({@link DateRule#today}, {@link DateRule#tomorrow}, {@link TimeRule#now}) are
 * known once it is: a host {@linkplain #boundAt binds} every schedule when it deploys it, an {@link Agenda} does so by
 * itself. Asked before, such a schedule throws {@link IllegalStateException}.
 */
public sealed interface Schedule permits Schedule.AtDeployment, RecurringSchedule {

    /**
     * The first instant of the schedule strictly after {@code after}.
     *
     * @return empty if there is none, or none within 400 years of dates
     */
    Optional<Instant> next(Instant after);

    /** Whether the schedule is also due at the very moment of deployment. */
    boolean dueAtDeployment();

    /**
     * The instants of the schedule strictly after {@code after}, ascending, without end where the schedule has none. Faster
     * than asking for {@link #next} again and again. For one thread.
     */
    Iterator<Instant> from(Instant after);

    /** The schedule of a strategy that is deployed at this instant. */
    Schedule boundAt(Instant deployedAt);

    /** The instants of the schedule after {@code from} and up to and including {@code to}, ascending. */
    default List<Instant> between(Instant from, Instant to) {
        List<Instant> instants = new ArrayList<>();
        from(from, to).forEachRemaining(instants::add);
        return instants;
    }

    /**
     * The instants of the schedule after {@code after} and up to and including {@code to}, ascending. Times of dates beyond
     * are not asked for, so that a rule whose market is closed on all its dates ends as soon as any other.
     */
    default Iterator<Instant> from(Instant after, Instant to) {
        return new UntilIterator(from(after), to);
    }

    /** Once, as soon as the strategy is deployed. */
    static Schedule atDeployment() {
        return AtDeployment.INSTANCE;
    }

    /**
     * On every date of {@code dates}, at the instants that {@code times} has on it, both read in {@code zone}. A wall time
     * that a clock change skips becomes the first instant after the gap, one that it repeats the later of the two.
     */
    static Schedule of(DateRule dates, TimeRule times, ZoneId zone) {
        return of(dates, times, WallClock.of(zone));
    }

    /** On every date of {@code dates}, at the instants that {@code times} has on it, both read from {@code clock}. */
    static Schedule of(DateRule dates, TimeRule times, WallClock clock) {
        return new RecurringSchedule(DayRule.of(dates), times, clock);
    }

    /** Once, at deployment. */
    enum AtDeployment implements Schedule {
        /** The only one. */
        INSTANCE;

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.empty();
        }

        @Override
        public boolean dueAtDeployment() {
            return true;
        }

        @Override
        public Iterator<Instant> from(Instant after) {
            return Collections.emptyIterator();
        }

        @Override
        public Schedule boundAt(Instant deployedAt) {
            return this;
        }

        @Override
        public String toString() {
            return "once, at deployment";
        }
    }
}
