package io.trainyard.schedule.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import io.trainyard.Hours;
import io.trainyard.schedule.calendar.Session.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Spot forex by the New York close. */
final class Forex implements TradingCalendar {

    static final Forex CALENDAR = new Forex();

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime ROLL = LocalTime.of(17, 0);
    private static final Set<DayOfWeek> WEEK =
            Collections.unmodifiableSet(EnumSet.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY));

    private Forex() {}

    @Override
    public String name() {
        return "forex";
    }

    @Override
    public ZoneId zone() {
        return NEW_YORK;
    }

    @Override
    public Set<DayOfWeek> tradingWeek() {
        return WEEK;
    }

    @Override
    public List<Session> sessions(LocalDate date) {
        if (!isOpen(date, Hours.REGULAR)) {
            return List.of();
        }
        return List.of(new Session(Kind.REGULAR, roll(date.minusDays(1)), roll(date)));
    }

    @Override
    public Duration earliestOpen(Hours hours) {
        return latestClose(hours).minusDays(1);
    }

    @Override
    public Duration latestClose(Hours hours) {
        return Duration.ofSeconds(ROLL.toSecondOfDay());
    }

    @Override
    public boolean isOpen(LocalDate date, Hours hours) {
        boolean christmas = date.getMonthValue() == 12 && date.getDayOfMonth() == 25;
        return WEEK.contains(date.getDayOfWeek()) && !christmas && date.getDayOfYear() != 1;
    }

    private static Instant roll(LocalDate date) {
        return date.atTime(ROLL).atZone(NEW_YORK).toInstant();
    }

    @Override
    public String toString() {
        return name();
    }
}
