package io.trainyard.schedule.calendar;

import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.trainyard.Hours;
import io.trainyard.schedule.LeanMarketHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class UsEquityTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate FIRST = LocalDate.of(1998, 1, 1);

    private final TradingCalendar calendar = TradingCalendar.usEquity();

    @Test
    void agrees_with_leans_database_on_every_day() {
        JsonNode entry = LeanMarketHours.entries().path("Equity-usa-[*]");
        Set<LocalDate> holidays = new TreeSet<>();
        entry.path("holidays").forEach(date -> holidays.add(LeanMarketHours.date(date.asString())));
        Map<LocalDate, LocalTime> closes = entry.path("earlyCloses").properties().stream()
                .collect(Collectors.toMap(
                        close -> LeanMarketHours.date(close.getKey()),
                        close -> LocalTime.parse(close.getValue().asString())));
        assertThat(holidays).hasSizeGreaterThan(280);

        List<String> differences = new ArrayList<>();
        for (LocalDate date = FIRST; date.getYear() <= 2028; date = date.plusDays(1)) {
            boolean open = date.getDayOfWeek().getValue() <= 5 && !holidays.contains(date);
            LocalTime close = closes.getOrDefault(date, LocalTime.of(16, 0));
            String lean = open ? "09:30-" + close : "closed";
            String ours = regular(date);
            if (!lean.equals(ours)) {
                differences.add(date + " " + lean + " is " + ours);
            }
        }
        // the database lacks the half days of 1998 and all late opens
        assertThat(differences)
                .containsExactly(
                        "1998-11-27 09:30-16:00 is 09:30-13:00",
                        "1998-12-24 09:30-16:00 is 09:30-13:00",
                        "2001-09-17 09:30-16:00 is 09:33-16:00",
                        "2001-10-08 09:30-16:00 is 09:31-16:00",
                        "2002-09-11 09:30-16:00 is 12:00-16:00",
                        "2003-03-20 09:30-16:00 is 09:32-16:00",
                        "2004-06-07 09:30-16:00 is 09:32-16:00",
                        "2006-12-27 09:30-16:00 is 09:32-16:00");
        assertThat(closes.keySet())
                .filteredOn(date -> date.getDayOfWeek() == SUNDAY)
                .hasSize(1);
    }

    /** NYSE, "Holidays and trading hours", as published for 2024 to 2028. */
    @ParameterizedTest
    @CsvSource({
        "2025, 2025-01-01 2025-01-09 2025-01-20 2025-02-17 2025-04-18 2025-05-26 2025-06-19 2025-07-04 2025-09-01 2025-11-27 2025-12-25",
        "2026, 2026-01-01 2026-01-19 2026-02-16 2026-04-03 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-11-26 2026-12-25",
        "2027, 2027-01-01 2027-01-18 2027-02-15 2027-03-26 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-11-25 2027-12-24",
        "2028, 2028-01-17 2028-02-21 2028-04-14 2028-05-29 2028-06-19 2028-07-04 2028-09-04 2028-11-23 2028-12-25",
    })
    void keeps_the_published_holidays(int year, String holidays) {
        assertThat(weekdaysClosed(year)).isEqualTo(holidays);
    }

    /** Another's rules and list of closures, independent of LEAN's and of ours. */
    @Test
    void has_the_holidays_that_jollyday_has() {
        HolidayManager nyse = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NYSE));
        for (int year = 1998; year <= 2035; year++) {
            Set<LocalDate> theirs = nyse.getHolidays(Year.of(year)).stream()
                    .map(Holiday::getDate)
                    .filter(date -> date.getDayOfWeek().getValue() <= 5)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(weekdaysClosed(year))
                    .isEqualTo(theirs.stream().map(LocalDate::toString).collect(Collectors.joining(" ")));
        }
    }

    /** By rule 7.2; 1 January 2033 and 2034 fall on a Saturday and a Sunday. */
    @ParameterizedTest
    @CsvSource({
        "2029, 2029-01-01 2029-01-15 2029-02-19 2029-03-30 2029-05-28 2029-06-19 2029-07-04 2029-09-03 2029-11-22 2029-12-25",
        "2033, 2033-01-17 2033-02-21 2033-04-15 2033-05-30 2033-06-20 2033-07-04 2033-09-05 2033-11-24 2033-12-26",
        "2034, 2034-01-02 2034-01-16 2034-02-20 2034-04-07 2034-05-29 2034-06-19 2034-07-04 2034-09-04 2034-11-23 2034-12-25",
        "2035, 2035-01-01 2035-01-15 2035-02-19 2035-03-23 2035-05-28 2035-06-19 2035-07-04 2035-09-03 2035-11-22 2035-12-25",
    })
    void keeps_the_rule_in_years_ahead(int year, String holidays) {
        assertThat(weekdaysClosed(year)).isEqualTo(holidays);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-07-03", "2024-11-29", "2024-12-24", "2029-07-03", "2002-07-05", "2003-12-26", "2034-07-03"
            })
    void a_half_day_ends_at_one_and_its_post_market_at_five(LocalDate date) {
        assertThat(calendar.close(date, Hours.REGULAR)).contains(at(date, "13:00"));
        assertThat(calendar.close(date, Hours.EXTENDED)).contains(at(date, "17:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2002-07-03", "2008-12-26", "2026-07-02", "2027-12-23", "2020-07-02", "2022-12-23"})
    void other_eves_are_whole_days(LocalDate date) {
        assertThat(regular(date)).isEqualTo("09:30-16:00");
    }

    @Test
    void has_three_sessions_on_a_whole_day() {
        LocalDate date = LocalDate.of(2024, 3, 11);
        assertThat(calendar.sessions(date))
                .containsExactly(
                        new Session(Session.Kind.PRE_MARKET, at(date, "04:00"), at(date, "09:30")),
                        new Session(Session.Kind.REGULAR, at(date, "09:30"), at(date, "16:00")),
                        new Session(Session.Kind.POST_MARKET, at(date, "16:00"), at(date, "20:00")));
    }

    @Test
    void opens_and_closes_by_the_hours_that_count() {
        Instant friday = at(LocalDate.of(2024, 3, 8), "12:00");
        assertThat(calendar.nextClose(friday, Hours.REGULAR)).contains(Instant.parse("2024-03-08T21:00:00Z"));
        assertThat(calendar.nextClose(friday, Hours.EXTENDED)).contains(Instant.parse("2024-03-09T01:00:00Z"));
        assertThat(calendar.nextOpen(friday, Hours.REGULAR)).contains(Instant.parse("2024-03-11T13:30:00Z"));
        assertThat(calendar.nextOpen(friday, Hours.EXTENDED)).contains(Instant.parse("2024-03-11T08:00:00Z"));
        assertThat(calendar.previousOpen(friday, Hours.REGULAR)).contains(Instant.parse("2024-03-08T14:30:00Z"));
        assertThat(calendar.previousClose(friday, Hours.REGULAR)).contains(Instant.parse("2024-03-07T21:00:00Z"));
        assertThat(calendar.isOpen(friday, Hours.REGULAR)).isTrue();
        assertThat(calendar.isOpen(at(LocalDate.of(2024, 3, 8), "16:00"), Hours.REGULAR))
                .isFalse();
        assertThat(calendar.isOpen(at(LocalDate.of(2024, 3, 8), "16:00"), Hours.EXTENDED))
                .isTrue();
    }

    @Test
    void takes_a_closure_that_was_announced_later() {
        LocalDate mourning = LocalDate.of(2031, 3, 5);
        TradingCalendar amended = calendar.closedAlsoOn(Set.of(mourning));
        assertThat(calendar.isOpen(mourning, Hours.REGULAR)).isTrue();
        assertThat(amended.isOpen(mourning, Hours.EXTENDED)).isFalse();
        assertThat(amended.sessions(mourning)).isEmpty();
        assertThat(amended.isOpen(mourning.plusDays(1), Hours.REGULAR)).isTrue();
    }

    private String weekdaysClosed(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> date.getDayOfWeek().getValue() <= 5 && !calendar.isOpen(date, Hours.REGULAR))
                .map(LocalDate::toString)
                .collect(Collectors.joining(" "));
    }

    private String regular(LocalDate date) {
        return calendar.open(date, Hours.REGULAR)
                .map(open -> LocalTime.ofInstant(open, NEW_YORK) + "-"
                        + LocalTime.ofInstant(
                                calendar.close(date, Hours.REGULAR).orElseThrow(), NEW_YORK))
                .orElse("closed");
    }

    private static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant();
    }
}
