package io.trainyard.portfolio;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** Tells the dates of many instants in a zone; asks the zone's rules only where its offset changes. */
final class LocalDays {

    private static final long DAY = 86_400_000L;

    private final ZoneId zone;
    private long offsetMillis;
    /** Where the offset holds: from this instant on, and before the next. */
    private long from = Long.MAX_VALUE;

    private long until = Long.MIN_VALUE;

    LocalDays(ZoneId zone) {
        this.zone = zone;
    }

    /** The days from 1970-01-01 to the date at {@code millis}, milliseconds since 1970-01-01T00:00Z. */
    long of(long millis) {
        if (millis < from || millis >= until) {
            look(millis);
        }
        return Math.floorDiv(millis + offsetMillis, DAY);
    }

    private void look(long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        offsetMillis = zone.getRules().getOffset(instant).getTotalSeconds() * 1000L;
        ZoneOffsetTransition next = zone.getRules().nextTransition(instant);
        from = millis;
        until = next == null ? Long.MAX_VALUE : next.getInstant().toEpochMilli();
    }
}
