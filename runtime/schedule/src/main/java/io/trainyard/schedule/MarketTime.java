package io.trainyard.schedule;

import io.trainyard.Hours;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time counted from the first open or the last close of a market. The date is one of the market's, whatever the zone of
 * the schedule; a date on which the market is closed has no instant.
 *
 * @param calendar the market
 * @param open whether it is counted from the open, else from the close
 * @param delay how much later; negative before it
 * @param hours whose open or close
 */
public record MarketTime(TradingCalendar calendar, boolean open, Duration delay, Hours hours) implements TimeRule {

    /**
     * The instant of a date, or null. It ascends with the dates: the sessions of a calendar do, and each date has one open
     * and one close.
     */
    @Nullable
    Instant at(LocalDate date) {
        Instant instant = (open ? calendar.open(date, hours) : calendar.close(date, hours)).orElse(null);
        return instant == null ? null : instant.plus(delay);
    }

    @Override
    public List<Instant> on(LocalDate date, WallClock clock) {
        Instant instant = at(date);
        return instant == null ? List.of() : List.of(instant);
    }

    @Override
    public Reach reach(WallClock clock) {
        ZoneTable zone = ZoneTable.of(calendar.zone());
        Reach sessions = Reach.ofWallTime(
                zone,
                calendar.earliestOpen(hours).toSeconds() - 1,
                calendar.latestClose(hours).toSeconds() + 1);
        return new Reach(sessions.earliest().plus(delay), sessions.latest().plus(delay));
    }

    @Override
    public String toString() {
        return words(delay, "the " + hours + " " + (open ? "open" : "close") + " of " + calendar.name());
    }

    /** 10 minutes before something. */
    static String words(Duration delay, String what) {
        if (delay.isZero()) {
            return "at " + what;
        }
        return Words.length(delay.abs()) + (delay.isNegative() ? " before " : " after ") + what;
    }
}
