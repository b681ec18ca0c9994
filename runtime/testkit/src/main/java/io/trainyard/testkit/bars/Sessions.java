package io.trainyard.testkit.bars;

import io.trainyard.Hours;
import io.trainyard.Resolution;
import io.trainyard.schedule.calendar.Session;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** From when to when bars go: the regular sessions of a market, whole or divided. */
record Sessions(TradingCalendar calendar, Resolution resolution) {

    private static final int TEN_YEARS = 3_653;

    /** Those of the sessions on these dates, both included. */
    List<Stretch> between(LocalDate from, LocalDate to) {
        List<Stretch> all = new ArrayList<>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            add(date, all);
        }
        return all;
    }

    /** The first ones on or after a date. */
    List<Stretch> first(LocalDate from, int count) {
        List<Stretch> all = new ArrayList<>();
        LocalDate date = from;
        for (int days = 0; all.size() < count; days++, date = date.plusDays(1)) {
            if (days > TEN_YEARS + count * 5L) {
                throw new IllegalArgumentException(calendar.name() + " is not open on " + from
                        + " or in the ten years after it: take another day or another market");
            }
            add(date, all);
        }
        return all.subList(0, count);
    }

    private void add(LocalDate date, List<Stretch> all) {
        List<Session> regular = calendar.sessions(date).stream()
                .filter(session -> session.isIn(Hours.REGULAR))
                .toList();
        if (resolution == Resolution.DAILY) {
            if (!regular.isEmpty()) {
                all.add(new Stretch(
                        regular.get(0).opens().toEpochMilli(),
                        regular.get(regular.size() - 1).closes().toEpochMilli()));
            }
            return;
        }
        regular.forEach(session -> divide(session, all));
    }

    private void divide(Session session, List<Stretch> all) {
        Instant start = session.opens();
        while (start.isBefore(session.closes())) {
            Instant full = start.atZone(calendar.zone())
                    .truncatedTo(unit())
                    .plus(1, unit())
                    .toInstant();
            Instant end = full.isAfter(session.closes()) ? session.closes() : full;
            all.add(new Stretch(start.toEpochMilli(), end.toEpochMilli()));
            start = end;
        }
    }

    private ChronoUnit unit() {
        return resolution == Resolution.HOUR ? ChronoUnit.HOURS : ChronoUnit.MINUTES;
    }

    /**
     * When a bar starts and ends.
     *
     * @param start milliseconds since 1970-01-01T00:00Z
     * @param end milliseconds since 1970-01-01T00:00Z
     */
    record Stretch(long start, long end) {}
}
