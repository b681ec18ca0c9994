package io.trainyard.schedule.calendar;

import io.trainyard.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** A market that is closed on further dates. */
record FurtherClosures(TradingCalendar calendar, Set<LocalDate> dates) implements TradingCalendar {

    @Override
    public String name() {
        return calendar.name();
    }

    @Override
    public ZoneId zone() {
        return calendar.zone();
    }

    @Override
    public Set<DayOfWeek> tradingWeek() {
        return calendar.tradingWeek();
    }

    @Override
    public List<Session> sessions(LocalDate date) {
        return dates.contains(date) ? List.of() : calendar.sessions(date);
    }

    @Override
    public Duration earliestOpen(Hours hours) {
        return calendar.earliestOpen(hours);
    }

    @Override
    public Duration latestClose(Hours hours) {
        return calendar.latestClose(hours);
    }

    @Override
    public boolean isOpen(LocalDate date, Hours hours) {
        return !dates.contains(date) && calendar.isOpen(date, hours);
    }

    @Override
    public String toString() {
        return name();
    }
}
