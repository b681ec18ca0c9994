package io.trainyard.schedule.calendar;

import io.trainyard.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers questions about instants by walking over a calendar's sessions; sessions that touch are one stretch. */
final class Stretches {

    static final int TEN_YEARS = 3_653;

    /** A session belongs to a date at most two days away from any of its instants. */
    private static final int REACH_DAYS = 2;

    private Stretches() {}

    static boolean isOpen(TradingCalendar calendar, Hours hours, Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, calendar.zone());
        for (int day = -REACH_DAYS; day <= REACH_DAYS; day++) {
            for (Session session : calendar.sessions(date.plusDays(day))) {
                if (session.isIn(hours) && session.contains(instant)) {
                    return true;
                }
            }
        }
        return false;
    }

    static Optional<Instant> nextOpen(TradingCalendar calendar, Hours hours, Instant after) {
        LocalDate date = LocalDate.ofInstant(after, calendar.zone()).minusDays(REACH_DAYS + 1L);
        Instant end = Instant.MIN;
        for (int i = 0; i < TEN_YEARS; i++, date = date.plusDays(1)) {
            for (Session session : calendar.sessions(date)) {
                if (session.isIn(hours)) {
                    if (session.opens().isAfter(after) && session.opens().isAfter(end)) {
                        return Optional.of(session.opens());
                    }
                    end = session.closes();
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Instant> nextClose(TradingCalendar calendar, Hours hours, Instant after) {
        LocalDate date = LocalDate.ofInstant(after, calendar.zone()).minusDays(REACH_DAYS + 1L);
        Instant end = Instant.MIN;
        for (int i = 0; i < TEN_YEARS; i++, date = date.plusDays(1)) {
            for (Session session : calendar.sessions(date)) {
                if (session.isIn(hours)) {
                    if (end.isAfter(after) && session.opens().isAfter(end)) {
                        return Optional.of(end);
                    }
                    end = session.closes();
                }
            }
            if (end.isAfter(after) && startsLaterThan(date, calendar, end)) {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }

    /** Whether no session of a date after {@code date} can touch {@code end}. */
    private static boolean startsLaterThan(LocalDate date, TradingCalendar calendar, Instant end) {
        return date.atStartOfDay(calendar.zone()).toInstant().isAfter(end.plus(Duration.ofDays(1)));
    }

    static Optional<Instant> previousOpen(TradingCalendar calendar, Hours hours, Instant before) {
        LocalDate date = LocalDate.ofInstant(before, calendar.zone()).plusDays(REACH_DAYS);
        @Nullable Instant opens = null;
        for (int i = 0; i < TEN_YEARS; i++, date = date.minusDays(1)) {
            List<Session> sessions = calendar.sessions(date);
            for (int s = sessions.size() - 1; s >= 0; s--) {
                Session session = sessions.get(s);
                if (session.isIn(hours)) {
                    if (opens != null && session.closes().isBefore(opens) && opens.isBefore(before)) {
                        return Optional.of(opens);
                    }
                    opens = session.opens();
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Instant> previousClose(TradingCalendar calendar, Hours hours, Instant before) {
        LocalDate date = LocalDate.ofInstant(before, calendar.zone()).plusDays(REACH_DAYS + 1L);
        Instant opens = Instant.MAX;
        for (int i = 0; i < TEN_YEARS; i++, date = date.minusDays(1)) {
            List<Session> sessions = calendar.sessions(date);
            for (int s = sessions.size() - 1; s >= 0; s--) {
                Session session = sessions.get(s);
                if (session.isIn(hours)) {
                    if (session.closes().isBefore(before) && session.closes().isBefore(opens)) {
                        return Optional.of(session.closes());
                    }
                    opens = session.opens();
                }
            }
        }
        return Optional.empty();
    }
}
