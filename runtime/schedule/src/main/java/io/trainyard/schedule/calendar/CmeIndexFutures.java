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

/**
 * CME's equity index futures on Globex, in New York time (CME publishes Chicago time, an hour less). Sources: CME
 * Group's trading hours and its yearly holiday schedules; the dates of 2015 to 2026 agree with LEAN's database.
 *
 * @see <a href="https://www.cmegroup.com/tools-information/holiday-calendar.html">CME Group: holiday calendar</a>
 */
final class CmeIndexFutures implements TradingCalendar {

    static final CmeIndexFutures CALENDAR = new CmeIndexFutures();

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Set<DayOfWeek> WEEK =
            Collections.unmodifiableSet(EnumSet.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY));

    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(17, 0);
    private static final LocalTime HOLIDAY_CLOSE = LocalTime.of(13, 0);
    private static final LocalTime HALF_DAY_CLOSE = LocalTime.of(13, 15);
    private static final LocalTime REPORT_DAY_CLOSE = LocalTime.of(9, 15);

    /**
     * Days of mourning for Presidents Bush and Carter: closed at 08:30 Chicago time, when the stock market stayed shut.
     * Sources: CME Group, trading hours for the US National Day of Mourning, 2018-12-02 and 2024-12-30.
     */
    private static final Set<LocalDate> MOURNING = Set.of(LocalDate.of(2018, 12, 5), LocalDate.of(2025, 1, 9));

    private CmeIndexFutures() {}

    @Override
    public String name() {
        return "CME index futures";
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
        if (!WEEK.contains(date.getDayOfWeek()) || UsHolidays.isNewYear(date) || UsHolidays.isChristmas(date)) {
            return List.of();
        }
        Instant evening = at(date.minusDays(1), EVENING);
        if (UsHolidays.isGoodFriday(date)) {
            return UsHolidays.isEmploymentReportOnGoodFriday(date.getYear())
                    ? List.of(new Session(Kind.PRE_MARKET, evening, at(date, REPORT_DAY_CLOSE)))
                    : List.of();
        }
        Instant opens = at(date, OPEN);
        if (MOURNING.contains(date)) {
            return List.of(new Session(Kind.PRE_MARKET, evening, opens));
        }
        return List.of(
                new Session(Kind.PRE_MARKET, evening, opens),
                new Session(Kind.REGULAR, opens, at(date, closing(date))));
    }

    @Override
    public Duration earliestOpen(Hours hours) {
        return hours == Hours.REGULAR
                ? Duration.ofSeconds(OPEN.toSecondOfDay())
                : Duration.ofSeconds(EVENING.toSecondOfDay()).minusDays(1);
    }

    @Override
    public Duration latestClose(Hours hours) {
        return Duration.ofSeconds(CLOSE.toSecondOfDay());
    }

    private static LocalTime closing(LocalDate date) {
        if (UsHolidays.isOther(date) || UsHolidays.isIndependenceDay(date)) {
            return HOLIDAY_CLOSE;
        }
        return UsEquity.isHalfDay(date) ? HALF_DAY_CLOSE : CLOSE;
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(NEW_YORK).toInstant();
    }

    @Override
    public String toString() {
        return name();
    }
}
