package io.trainyard.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When something is due: once at deployment, or on the product of a date rule and a time rule in a zone. */
public sealed interface Schedule {

    /**
     * The first instant of the schedule strictly after {@code after}.
     *
     * @return empty if there is none
     */
    Optional<Instant> next(Instant after);

    /** Whether the schedule is also due at the very moment of deployment. */
    boolean dueAtDeployment();

    /** The instants of the schedule after {@code from} and up to and including {@code to}, ascending. */
    default List<Instant> between(Instant from, Instant to) {
        List<Instant> instants = new ArrayList<>();
        Optional<Instant> next = next(from);
        while (next.isPresent() && !next.get().isAfter(to)) {
            instants.add(next.get());
            next = next(next.get());
        }
        return instants;
    }

    /** Once, as soon as the strategy is deployed. */
    static Schedule atDeployment() {
        return AtDeployment.INSTANCE;
    }

    /** On every date of {@code dates}, at the instants that {@code times} has on it, both read in {@code zone}. */
    static Schedule of(DateRule dates, TimeRule times, ZoneId zone) {
        return new Recurring(dates, times, zone);
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
        public String toString() {
            return "once, at deployment";
        }
    }

    /**
     * The product of a date rule and a time rule.
     *
     * @param dates which dates
     * @param times at which instants of each
     * @param zone where both are read
     */
    record Recurring(DateRule dates, TimeRule times, ZoneId zone) implements Schedule {

        /** After 400 years the calendar repeats: what had no instant on that many dates has none. */
        private static final int DAYS_OF_400_YEARS = 146_097;

        private static final Instant END = Instant.parse("+999999-01-01T00:00:00Z");

        @Override
        public Optional<Instant> next(Instant after) {
            if (!after.isBefore(END)) {
                return Optional.empty();
            }
            LocalDate from = after.atZone(zone).toLocalDate();
            int tried = 0;
            for (Optional<LocalDate> date = dates.onOrAfter(from);
                    date.isPresent() && tried < DAYS_OF_400_YEARS;
                    date = dates.onOrAfter(date.get().plusDays(1))) {
                tried++;
                for (Instant instant : times.on(date.get(), zone)) {
                    if (instant.isAfter(after)) {
                        return Optional.of(instant);
                    }
                }
            }
            return Optional.empty();
        }

        @Override
        public boolean dueAtDeployment() {
            return false;
        }

        @Override
        public String toString() {
            return dates + " " + times + " " + zone;
        }
    }
}
