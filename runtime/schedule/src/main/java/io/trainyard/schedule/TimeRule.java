package io.trainyard.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** At which instants of a date a schedule fires. */
public interface TimeRule {

    /** The instants of the rule on {@code date} as read in {@code zone}, ascending, without duplicates. */
    List<Instant> on(LocalDate date, ZoneId zone);

    /**
     * At a wall time. A wall time that a clock change skips becomes the first instant after the gap; one that occurs
     * twice is the earlier.
     */
    static TimeRule at(LocalTime time) {
        return new WallTime(time);
    }
}
