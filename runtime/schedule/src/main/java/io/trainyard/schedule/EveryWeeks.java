package io.trainyard.schedule;

import java.time.LocalDate;

/** Every so many weeks from an anchor on. */
record EveryWeeks(int weeks, LocalDate anchor) implements DayRule {

    @Override
    public long onOrAfter(long day) {
        long first = anchor.toEpochDay();
        if (day <= first) {
            return first;
        }
        long step = weeks * 7L;
        return first + ((day - first + step - 1) / step) * step;
    }

    @Override
    public String toString() {
        return (weeks == 1 ? "every week" : "every " + weeks + " weeks") + " from "
                + DaysOfWeek.name(anchor.getDayOfWeek()) + " " + anchor + " on";
    }
}
