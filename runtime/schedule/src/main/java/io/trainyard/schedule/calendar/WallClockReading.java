package io.trainyard.schedule.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Turns what an exchange's wall clock shows into instants. */
final class WallClockReading {

    private WallClockReading() {}

    /**
     * The instant {@code nanos} of wall time after the midnight at which {@code date} begins; may be negative or more than a
     * day. In a gap the first instant after it, in an overlap the earlier: so that the end of a date, 24:00, is always the
     * start of the next.
     */
    static Instant instant(LocalDate date, long nanos, ZoneId zone) {
        LocalDateTime local = date.atStartOfDay().plusNanos(nanos);
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition transition = rules.getTransition(local);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
        }
        return local.toInstant(transition != null ? transition.getOffsetBefore() : rules.getOffset(local));
    }
}
