package io.trainyard.schedule;

import java.time.LocalTime;

/**
 * A stretch of wall time. Where a clock change repeats an end it takes in both; where it skips one, what is left.
 *
 * @param from when it begins
 * @param to when it ends; on the next date if that is the earlier time
 */
public record TimeWindow(LocalTime from, LocalTime to) {

    /** How many days after its date it ends. */
    public int daysLater() {
        return to.isBefore(from) ? 1 : 0;
    }
}
