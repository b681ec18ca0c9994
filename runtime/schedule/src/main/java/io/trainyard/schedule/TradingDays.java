package io.trainyard.schedule;

import io.trainyard.Hours;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.LocalDate;

/**
 * Every date on which a market has a session.
 *
 * @param calendar the market
 * @param hours which of its sessions count
 */
public record TradingDays(TradingCalendar calendar, Hours hours) implements DayRule {

    @Override
    public long onOrAfter(long day) {
        return calendar.openOnOrAfter(LocalDate.ofEpochDay(day), hours)
                .map(LocalDate::toEpochDay)
                .orElse(NONE);
    }

    @Override
    public String toString() {
        return "every " + (hours == Hours.EXTENDED ? "day of extended trading" : "trading day") + " of "
                + calendar.name();
    }
}
