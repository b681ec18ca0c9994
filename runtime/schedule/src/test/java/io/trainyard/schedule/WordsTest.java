package io.trainyard.schedule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.ClosedDates;
import io.trainyard.Gap;
import io.trainyard.Hours;
import io.trainyard.Overlap;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final TradingCalendar NYSE = TradingCalendar.usEquity();

    @Test
    void a_schedule_speaks_in_plain_words() {
        assertThat(Schedule.of(DateRule.every(SUNDAY), TimeRule.at(LocalTime.of(8, 0)), NEW_YORK))
                .hasToString("every Sunday at 08:00 America/New_York");
        assertThat(Schedule.of(
                        DateRule.everyDay(),
                        TimeRule.at(LocalTime.of(2, 30)),
                        WallClock.of(NEW_YORK).with(Gap.SKIP).with(Overlap.EARLIER)))
                .hasToString("every day at 02:30 America/New_York (skipped wall times are left out, repeated wall times"
                        + " count the first time)");
        assertThat(Schedule.of(
                        DateRule.tradingDays(NYSE),
                        TimeRule.beforeClose(NYSE, Duration.ofMinutes(10), Hours.REGULAR),
                        NEW_YORK))
                .hasToString("every trading day of NYSE 10 minutes before the regular close of NYSE, America/New_York");
        assertThat(Schedule.of(
                        DateRule.every(MONDAY), TimeRule.at(LocalTime.of(9, 0), ZoneId.of("Asia/Tokyo")), NEW_YORK))
                .hasToString("every Monday at 09:00 in Asia/Tokyo, America/New_York");
        assertThat(Schedule.atDeployment()).hasToString("once, at deployment");
    }

    @Test
    void date_rules_speak_in_plain_words() {
        assertThat(Stream.of(
                                DateRule.every(MONDAY, WEDNESDAY, FRIDAY),
                                DateRule.nth(3, FRIDAY),
                                DateRule.nth(-1, FRIDAY),
                                DateRule.everyWeeks(2, LocalDate.of(2024, 1, 7)),
                                DateRule.startOf(CalendarPeriod.MONTH, 0),
                                DateRule.startOf(CalendarPeriod.MONTH, 5),
                                DateRule.endOf(CalendarPeriod.QUARTER, 2, NYSE),
                                DateRule.startOf(CalendarPeriod.WEEK, 1),
                                DateRule.today(),
                                DateRule.on(LocalDate.of(2024, 7, 4), LocalDate.of(2024, 7, 5)),
                                DateRule.every(FRIDAY).except(LocalDate.of(2024, 3, 29)),
                                DateRule.nth(-1, FRIDAY).onClosed(NYSE, ClosedDates.PREVIOUS),
                                DateRule.every(FRIDAY)
                                        .or(DateRule.every(MONDAY))
                                        .and(DateRule.tradingDays(NYSE)))
                        .map(DateRule::toString))
                .containsExactly(
                        "every Monday, Wednesday and Friday",
                        "on the third Friday of the month",
                        "on the last Friday of the month",
                        "every 2 weeks from Sunday 2024-01-07 on",
                        "on the first day of every month",
                        "on the fifth day after the first day of every month",
                        "on the second trading day before the last trading day of NYSE in every quarter",
                        "on 1 day after Monday of every week",
                        "on the day of deployment",
                        "on 2024-07-04 and 2024-07-05",
                        "every Friday, except on 2024-03-29",
                        "on the last Friday of the month, where NYSE is closed the trading day before",
                        "(every Friday or every Monday), if also every trading day of NYSE");
    }

    @Test
    void time_rules_speak_in_plain_words() {
        assertThat(Stream.of(
                                TimeRule.at(LocalTime.of(9, 31)),
                                TimeRule.at(LocalTime.of(9, 31, 12)),
                                TimeRule.at(LocalTime.MIDNIGHT, 1),
                                TimeRule.now(),
                                TimeRule.every(Duration.ofMinutes(30)),
                                TimeRule.every(Duration.ofMillis(1500)),
                                TimeRule.every(Duration.ofDays(2)),
                                TimeRule.every(Duration.ofMinutes(90), LocalTime.of(18, 0), LocalTime.of(3, 0)),
                                TimeRule.afterOpen(NYSE, Duration.ofMinutes(-30), Hours.EXTENDED),
                                TimeRule.beforeClose(NYSE, Duration.ZERO, Hours.REGULAR),
                                TimeRule.anyOf(TimeRule.midnight(), TimeRule.noon()))
                        .map(TimeRule::toString))
                .containsExactly(
                        "at 09:31",
                        "at 09:31:12",
                        "at 00:00 1 day later",
                        "at the moment of deployment",
                        "every 30 minutes",
                        "every 1.5 seconds",
                        "every 2 days counted from midnight of 1970-01-01",
                        "every 1 hour 30 minutes from 18:00 to 03:00 of the next day",
                        "30 minutes before the extended open of NYSE",
                        "at the regular close of NYSE",
                        "at 00:00 and at 12:00");
    }

    /** The expressions of LEAN's table of names, some of which share a name there: 09:31:00 and 09:31:12 are both 9.52. */
    @Test
    void no_two_rules_have_one_name() {
        List<Object> rules = Stream.<Object>of(
                        DateRule.endOf(CalendarPeriod.WEEK, 0),
                        DateRule.endOf(CalendarPeriod.WEEK, 1),
                        DateRule.endOf(CalendarPeriod.WEEK, 0, NYSE),
                        DateRule.endOf(CalendarPeriod.WEEK, 0, NYSE, Hours.EXTENDED),
                        DateRule.endOf(CalendarPeriod.WEEK, 2, NYSE),
                        DateRule.startOf(CalendarPeriod.WEEK, 0),
                        DateRule.startOf(CalendarPeriod.WEEK, 0, NYSE),
                        DateRule.startOf(CalendarPeriod.WEEK, 3, NYSE),
                        DateRule.startOf(CalendarPeriod.MONTH, 5),
                        DateRule.endOf(CalendarPeriod.MONTH, 5),
                        DateRule.startOf(CalendarPeriod.QUARTER, 2, NYSE),
                        DateRule.startOf(CalendarPeriod.YEAR, 10),
                        DateRule.endOf(CalendarPeriod.YEAR, 10, NYSE),
                        DateRule.everyDay(),
                        DateRule.tradingDays(NYSE),
                        DateRule.tradingDays(TradingCalendar.forex()),
                        DateRule.today(),
                        DateRule.tomorrow(),
                        DateRule.every(MONDAY),
                        DateRule.every(MONDAY, FRIDAY),
                        TimeRule.at(LocalTime.of(9, 31)),
                        TimeRule.at(LocalTime.of(9, 31, 12)),
                        TimeRule.every(Duration.ofMinutes(30)),
                        TimeRule.every(Duration.ofMillis(1500)),
                        TimeRule.afterOpen(NYSE, Duration.ZERO, Hours.REGULAR),
                        TimeRule.afterClose(NYSE, Duration.ZERO, Hours.REGULAR),
                        TimeRule.afterClose(NYSE, Duration.ZERO, Hours.EXTENDED),
                        TimeRule.beforeClose(NYSE, Duration.ofMinutes(30), Hours.REGULAR),
                        TimeRule.afterClose(NYSE, Duration.ofMinutes(30), Hours.REGULAR))
                .toList();
        assertThat(rules.stream().map(Object::toString)).doesNotHaveDuplicates();
    }

    @Test
    void misfires_speak_too() {
        assertThat(Misfires.once(Duration.ofHours(6))).hasToString("the last missed one is made up for within 6 hours");
        assertThat(Misfires.skip()).hasToString("missed ones are skipped");
    }
}
