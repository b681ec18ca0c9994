package io.trainyard.market.data;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * Turns wall times of a zone into milliseconds since 1970-01-01T00:00Z, quickly where many are of one day. A time that
 * the clocks skip counts as the one after the gap, of a time that they show twice it takes the first.
 */
final class WallClock {

    private static final long MILLIS_OF_DAY = 86_400_000L;

    private final ZoneId zone;
    private @Nullable LocalDate day;
    private long midnight;
    private boolean steady;

    WallClock(ZoneId zone) {
        this.zone = zone;
    }

    /** When clocks show {@code millisOfDay}, from 0, on {@code date}. */
    long millis(LocalDate date, int millisOfDay) {
        if (!date.equals(day)) {
            turnTo(date);
        }
        if (steady) {
            return midnight + millisOfDay;
        }
        LocalTime time = LocalTime.ofNanoOfDay(millisOfDay * 1_000_000L);
        return ZonedDateTime.of(date, time, zone).toInstant().toEpochMilli();
    }

    private void turnTo(LocalDate date) {
        ZoneRules rules = zone.getRules();
        ZoneOffset first = rules.getOffset(date.atStartOfDay());
        steady = first.equals(rules.getOffset(date.atTime(LocalTime.MAX)));
        midnight = date.toEpochDay() * MILLIS_OF_DAY - first.getTotalSeconds() * 1000L;
        day = date;
    }
}
