package io.trainyard.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** One wall time a day. */
record WallTime(LocalTime time) implements TimeRule {

    @Override
    public List<Instant> on(LocalDate date, ZoneId zone) {
        LocalDateTime local = date.atTime(time);
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        if (transition != null && transition.isGap()) {
            return List.of(transition.getInstant());
        }
        return List.of(local.atZone(zone).withEarlierOffsetAtOverlap().toInstant());
    }

    @Override
    public String toString() {
        return "at " + time;
    }
}
