package io.trainyard.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One wall time a date, in the schedule's zone or one of its own.
 *
 * @param time what the clock shows
 * @param daysLater how many days after the date it shows it
 * @param zone where the clock hangs, null for the schedule's
 */
public record WallTime(
        LocalTime time, int daysLater, @Nullable ZoneId zone) implements TimeRule {

    @Override
    public List<Instant> on(LocalDate date, WallClock clock) {
        return clockOf(clock).instants(date.plusDays(daysLater).atTime(time));
    }

    /** The clock on which the rule is read. */
    WallClock clockOf(WallClock schedule) {
        return zone == null ? schedule : schedule.in(zone);
    }

    /** Seconds of wall time since the midnight at which the date begins. */
    long second() {
        return time.toSecondOfDay() + daysLater * 86_400L;
    }

    boolean isWholeSeconds() {
        return time.equals(time.truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public Reach reach(WallClock clock) {
        return Reach.ofWallTime(clockOf(clock).table(), second(), second());
    }

    @Override
    public String toString() {
        String later = daysLater == 0 ? "" : " " + Words.count(daysLater, "day") + " later";
        return "at " + time + later + (zone == null ? "" : " in " + zone);
    }
}
