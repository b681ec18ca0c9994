package io.trainyard.schedule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.ClosedDates;
import io.trainyard.Hours;
import io.trainyard.schedule.calendar.MarketHours;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What LEAN's scheduled events do to surprise their users, numbered as in a study of its source, and what ours do. */
class ScheduledEventWeaknessesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final TradingCalendar NYSE = TradingCalendar.usEquity();

    private static List<LocalDate> dates(DateRule rule, String from, String to) {
        return LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .filter(rule::contains)
                .toList();
    }

    private static List<Instant> on(String date, TimeRule rule, ZoneId zone) {
        return rule.on(LocalDate.parse(date), WallClock.of(zone));
    }

    private static List<String> wall(Schedule schedule, String from, String to, ZoneId zone) {
        return schedule
                .between(Instant.parse(from + "T00:00:00Z").minusNanos(1), Instant.parse(to + "T00:00:00Z"))
                .stream()
                .map(instant -> LocalDateTime.ofInstant(instant, zone).toString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York 2024-03-10",
                "America/New_York 2024-11-03",
                "Europe/London 2024-03-31",
                "Australia/Lord_Howe 2024-04-07",
                "America/Sao_Paulo 2018-11-04",
                "Pacific/Apia 2011-12-31"
            })
    void weakness_20_noon_is_noon_on_clock_change_days(String zoneAndDate) {
        ZoneId zone = ZoneId.of(zoneAndDate.substring(0, zoneAndDate.indexOf(' ')));
        String date = zoneAndDate.substring(zoneAndDate.indexOf(' ') + 1);
        assertThat(on(date, TimeRule.noon(), zone))
                .map(noon -> LocalDateTime.ofInstant(noon, zone).toString())
                .containsExactly(date + "T12:00");
    }

    @Test
    void weakness_21_every_neither_repeats_an_instant_nor_skips_an_hour() {
        assertThat(on("2024-03-10", TimeRule.every(Duration.ofMinutes(30)), NEW_YORK))
                .hasSize(46)
                .doesNotHaveDuplicates();
        assertThat(on("2024-03-10", TimeRule.every(Duration.ofMinutes(1)), NEW_YORK))
                .hasSize(23 * 60)
                .doesNotHaveDuplicates();
        List<Instant> autumn = on("2024-11-03", TimeRule.every(Duration.ofMinutes(30)), NEW_YORK);
        assertThat(autumn).hasSize(50);
        for (int i = 1; i < autumn.size(); i++) {
            assertThat(Duration.between(autumn.get(i - 1), autumn.get(i))).isEqualTo(Duration.ofMinutes(30));
        }
    }

    @Test
    void weakness_21_every_two_days_is_every_two_days_and_an_anchor_keeps_the_cadence_over_midnight() {
        Schedule twoDays = Schedule.of(DateRule.everyDay(), TimeRule.every(Duration.ofDays(2)), UTC);
        assertThat(wall(twoDays, "2024-07-01", "2024-07-07", UTC)).hasSize(3);
        Schedule sevenHours = Schedule.of(
                DateRule.everyDay(), TimeRule.every(Duration.ofHours(7), Instant.parse("2024-07-01T00:00:00Z")), UTC);
        assertThat(wall(sevenHours, "2024-07-01", "2024-07-02", UTC))
                .containsExactly("2024-07-01T00:00", "2024-07-01T07:00", "2024-07-01T14:00", "2024-07-01T21:00");
        assertThat(wall(sevenHours, "2024-07-02", "2024-07-03", UTC)).startsWith("2024-07-02T04:00");
    }

    @Test
    void weakness_22_years_at_the_rim_of_a_range_count() {
        assertThat(dates(DateRule.startOf(CalendarPeriod.YEAR, 60), "2024-02-01", "2025-12-31"))
                .containsExactly(LocalDate.of(2024, 3, 1), LocalDate.of(2025, 3, 2));
        assertThat(dates(DateRule.endOf(CalendarPeriod.YEAR, 60), "2023-01-01", "2024-11-15"))
                .containsExactly(LocalDate.of(2023, 11, 1), LocalDate.of(2024, 11, 1));
        assertThat(dates(DateRule.startOf(CalendarPeriod.YEAR, 60, NYSE), "2024-02-01", "2025-12-31"))
                .containsExactly(LocalDate.of(2024, 3, 28), LocalDate.of(2025, 4, 1));
    }

    @Test
    void weakness_23_weeks_at_the_rim_of_a_range_count() {
        assertThat(dates(
                        DateRule.startOf(CalendarPeriod.WEEK, 3, TradingCalendar.crypto()), "2000-01-04", "2000-01-08"))
                .containsExactly(LocalDate.of(2000, 1, 5));
        assertThat(dates(DateRule.endOf(CalendarPeriod.WEEK, 5), "2000-01-09", "2000-01-09"))
                .containsExactly(LocalDate.of(2000, 1, 9));
        assertThat(dates(DateRule.endOf(CalendarPeriod.WEEK, 6), "2000-01-01", "2000-12-31"))
                .hasSize(53)
                .endsWith(LocalDate.of(2000, 12, 30));
    }

    /** Stated: by calendar a week starts on Monday; with a market on the first day of its trading week, from Sunday on. */
    @Test
    void weakness_24_where_a_week_starts_is_stated() {
        assertThat(dates(DateRule.startOf(CalendarPeriod.WEEK, 0), "2024-01-01", "2024-01-14"))
                .allMatch(date -> date.getDayOfWeek() == MONDAY)
                .hasSize(2);
        assertThat(dates(
                        DateRule.startOf(CalendarPeriod.WEEK, 0, TradingCalendar.crypto()), "2024-01-01", "2024-01-14"))
                .allMatch(date -> date.getDayOfWeek() == SUNDAY)
                .hasSize(2);
        assertThat(dates(DateRule.every(MONDAY), "2024-01-01", "2024-01-14")).hasSize(2);
    }

    @Test
    void weakness_25_every_offset_out_of_range_is_refused_with_its_range() {
        for (CalendarPeriod period : CalendarPeriod.values()) {
            for (int offset : new int[] {-1, period.maximalOffset() + 1}) {
                String range = "is 0 to " + period.maximalOffset() + " days, not " + offset;
                assertThatThrownBy(() -> DateRule.startOf(period, offset)).hasMessageContaining(range);
                assertThatThrownBy(() -> DateRule.endOf(period, offset)).hasMessageContaining(range);
                assertThatThrownBy(() -> DateRule.startOf(period, offset, NYSE)).hasMessageContaining("not " + offset);
                assertThatThrownBy(() -> DateRule.endOf(period, offset, NYSE)).hasMessageContaining("not " + offset);
            }
        }
        assertThatThrownBy(() -> DateRule.endOf(CalendarPeriod.WEEK, 5, NYSE)).hasMessageContaining("is 0 to 4 days");
    }

    /** All rules count regular hours unless told otherwise, and a night of futures belongs to the date it trades for. */
    @Test
    void weakness_26_a_weekly_event_of_futures_fires_every_week() {
        TradingCalendar es = TradingCalendar.cmeIndexFutures();
        Schedule schedule = Schedule.of(
                DateRule.startOf(CalendarPeriod.WEEK, 0, es),
                TimeRule.afterOpen(es, Duration.ZERO, Hours.REGULAR),
                NEW_YORK);
        assertThat(wall(schedule, "2024-03-01", "2024-03-31", NEW_YORK))
                .containsExactly("2024-03-04T09:30", "2024-03-11T09:30", "2024-03-18T09:30", "2024-03-25T09:30");
        assertThat(DateRule.startOf(CalendarPeriod.MONTH, 0, es))
                .isEqualTo(DateRule.startOf(CalendarPeriod.MONTH, 0, es, Hours.REGULAR));
        assertThat(DateRule.tradingDays(es)).isEqualTo(DateRule.tradingDays(es, Hours.REGULAR));
    }

    @Test
    void weakness_27_only_the_markets_that_are_named_count() {
        TradingCalendar hongKong = hongKong();
        assertThat(on(
                        "2024-07-02",
                        TimeRule.afterLastClose(List.of(hongKong), Duration.ofMinutes(-10), Hours.REGULAR),
                        UTC))
                .containsExactly(Instant.parse("2024-07-02T07:50:00Z"));
        assertThat(on(
                        "2024-07-02",
                        TimeRule.afterLastClose(List.of(hongKong, NYSE), Duration.ZERO, Hours.REGULAR),
                        UTC))
                .containsExactly(Instant.parse("2024-07-02T20:00:00Z"));
        // closed in New York: the others count; a market that never closes has no close
        assertThat(on(
                        "2024-07-04",
                        TimeRule.afterLastClose(
                                List.of(NYSE, TradingCalendar.crypto(), hongKong), Duration.ZERO, Hours.REGULAR),
                        UTC))
                .containsExactly(Instant.parse("2024-07-04T08:00:00Z"));
    }

    private static TradingCalendar hongKong() {
        return MarketHours.builder("Hong Kong", ZoneId.of("Asia/Hong_Kong"))
                .regular(LocalTime.of(9, 30), LocalTime.of(12, 0), MONDAY, TUESDAY, WEDNESDAY)
                .regular(LocalTime.of(13, 0), LocalTime.of(16, 0), MONDAY, TUESDAY, WEDNESDAY)
                .regular(LocalTime.of(9, 30), LocalTime.of(16, 0), THURSDAY, FRIDAY)
                .build();
    }

    @Test
    void weakness_28_forex_and_futures_open_and_close_when_they_do() {
        TradingCalendar forex = TradingCalendar.forex();
        for (String date : List.of("2024-03-11", "2024-03-12", "2024-03-13", "2024-03-14", "2024-03-15")) {
            LocalDate day = LocalDate.parse(date);
            assertThat(on(date, TimeRule.beforeClose(forex, Duration.ZERO, Hours.REGULAR), NEW_YORK))
                    .containsExactly(day.atTime(17, 0).atZone(NEW_YORK).toInstant());
            assertThat(on(
                            date,
                            TimeRule.afterOpen(TradingCalendar.cmeIndexFutures(), Duration.ZERO, Hours.EXTENDED),
                            NEW_YORK))
                    .containsExactly(
                            day.minusDays(1).atTime(18, 0).atZone(NEW_YORK).toInstant());
        }
    }

    @Test
    void weakness_29_half_days_have_a_post_market_and_the_calendar_does_not_end() {
        assertThat(on("2024-11-29", TimeRule.beforeClose(NYSE, Duration.ZERO, Hours.EXTENDED), NEW_YORK))
                .containsExactly(Instant.parse("2024-11-29T22:00:00Z"));
        assertThat(on("1998-11-27", TimeRule.beforeClose(NYSE, Duration.ZERO, Hours.REGULAR), NEW_YORK))
                .containsExactly(Instant.parse("1998-11-27T18:00:00Z"));
        assertThat(NYSE.isOpen(LocalDate.of(2017, 12, 24), Hours.EXTENDED)).isFalse();
        for (String holiday : List.of("2029-01-01", "2029-01-15", "2035-12-25", "2100-12-24", "2200-07-04")) {
            assertThat(NYSE.isOpen(LocalDate.parse(holiday), Hours.EXTENDED))
                    .as(holiday)
                    .isFalse();
        }
        assertThat(IntStream.rangeClosed(1998, 2150)
                        .mapToLong(year -> dates(DateRule.tradingDays(NYSE), year + "-01-01", year + "-12-31")
                                .size()))
                .allMatch(days -> days >= 248 && days <= 254);
    }

    @Test
    void weakness_30_special_hours_cut_off_what_lies_beyond_them_and_nothing_else() {
        LocalDate date = LocalDate.of(2012, 11, 21);
        MarketHours.Builder corn = MarketHours.builder("corn", ZoneId.of("America/Chicago"))
                .regular(LocalTime.of(8, 30), LocalTime.of(13, 20), WEDNESDAY)
                .postMarket(LocalTime.of(19, 0), LocalTime.MIDNIGHT, WEDNESDAY);
        TradingCalendar early = corn.earlyClose(date, LocalTime.of(16, 45)).build();
        assertThat(early.close(date, Hours.EXTENDED)).contains(Instant.parse("2012-11-21T19:20:00Z"));
        TradingCalendar late = MarketHours.builder("corn", ZoneId.of("America/Chicago"))
                .regular(LocalTime.of(8, 30), LocalTime.of(13, 20), WEDNESDAY)
                .lateOpen(date, LocalTime.of(14, 0))
                .build();
        assertThat(late.isOpen(date, Hours.EXTENDED)).isFalse();
    }

    @Test
    void weakness_31_filters_add_up() {
        DateRule rule = DateRule.everyDay()
                .and(DateRule.every(MONDAY, WEDNESDAY))
                .and(DateRule.tradingDays(NYSE))
                .except(DateRule.startOf(CalendarPeriod.MONTH, 0))
                .and(odd());
        assertThat(dates(rule, "2024-07-01", "2024-07-31"))
                .containsExactly(
                        LocalDate.of(2024, 7, 3),
                        LocalDate.of(2024, 7, 15),
                        LocalDate.of(2024, 7, 17),
                        LocalDate.of(2024, 7, 29),
                        LocalDate.of(2024, 7, 31));
    }

    private static DateRule odd() {
        return earliest -> Optional.of(earliest.getDayOfMonth() % 2 == 1 ? earliest : earliest.plusDays(1));
    }

    @Test
    void weakness_32_now_is_a_single_event_with_any_dates() {
        Instant deployed = Instant.parse("2024-07-01T10:00:00.123456789Z");
        for (DateRule rule : List.of(DateRule.everyDay(), DateRule.every(MONDAY), DateRule.today())) {
            Schedule schedule = Schedule.of(rule, TimeRule.now(), NEW_YORK).boundAt(deployed);
            assertThat(schedule.between(Instant.EPOCH, Instant.parse("2050-12-31T00:00:00Z")))
                    .containsExactly(deployed);
        }
    }

    @Test
    void weakness_33_all_rules_are_read_in_the_zone_of_their_schedule() {
        Instant deployed = Instant.parse("2021-07-27T01:10:00Z");
        for (ZoneId zone : List.of(NEW_YORK, UTC, ZoneId.of("Asia/Tokyo"))) {
            LocalDate today = LocalDate.ofInstant(deployed, zone);
            TimeRule times = TimeRule.anyOf(
                    TimeRule.midnight(),
                    TimeRule.at(LocalTime.of(9, 0)),
                    TimeRule.noon(),
                    TimeRule.every(Duration.ofHours(23)));
            assertThat(wall(
                            Schedule.of(DateRule.today(), times, zone).boundAt(deployed),
                            "2021-07-20",
                            "2021-08-02",
                            zone))
                    .containsExactly(today + "T00:00", today + "T09:00", today + "T12:00", today + "T23:00");
        }
    }

    @Test
    void weakness_34_several_times_come_in_order_even_where_they_spill_over_to_other_dates() {
        Schedule schedule = Schedule.of(
                DateRule.everyDay(),
                TimeRule.anyOf(
                        TimeRule.at(LocalTime.of(9, 0), 2),
                        TimeRule.at(LocalTime.of(8, 0)),
                        TimeRule.at(LocalTime.of(9, 0), ZoneId.of("Asia/Tokyo")),
                        TimeRule.beforeOpen(NYSE, Duration.ofHours(30), Hours.REGULAR)),
                NEW_YORK);
        List<Instant> instants =
                schedule.between(Instant.parse("2024-03-01T00:00:00Z"), Instant.parse("2024-03-31T00:00:00Z"));
        assertThat(instants).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(100);
    }

    @Test
    void weakness_34_dates_combine_and_say_what_becomes_of_closed_ones() {
        assertThat(dates(DateRule.nth(3, FRIDAY), "2024-01-01", "2024-03-31"))
                .containsExactly(LocalDate.of(2024, 1, 19), LocalDate.of(2024, 2, 16), LocalDate.of(2024, 3, 15));
        // the last business day less two
        assertThat(dates(DateRule.endOf(CalendarPeriod.MONTH, 2, NYSE), "2024-03-01", "2024-05-31"))
                .containsExactly(LocalDate.of(2024, 3, 26), LocalDate.of(2024, 4, 26), LocalDate.of(2024, 5, 29));
        LocalDate goodFriday = LocalDate.of(2024, 3, 29);
        DateRule friday = DateRule.on(goodFriday);
        assertThat(dates(friday.onClosed(NYSE, ClosedDates.SKIP), "2024-03-01", "2024-04-30"))
                .isEmpty();
        assertThat(dates(friday.onClosed(NYSE, ClosedDates.NEXT), "2024-03-01", "2024-04-30"))
                .containsExactly(LocalDate.of(2024, 4, 1));
        assertThat(dates(friday.onClosed(NYSE, ClosedDates.PREVIOUS), "2024-03-01", "2024-04-30"))
                .containsExactly(LocalDate.of(2024, 3, 28));
        assertThat(dates(friday, "2024-03-01", "2024-04-30")).containsExactly(goodFriday);
    }

    /** A host waits for the instant itself, which is as exact as it was written. */
    @Test
    void weakness_35_what_is_due_is_due_to_the_nanosecond() {
        LocalTime time = LocalTime.of(8, 0, 0, 250_000_001);
        Agenda<String> agenda = new Agenda<>();
        agenda.add(
                "fit",
                List.of(Schedule.of(DateRule.everyDay(), TimeRule.at(time), UTC)),
                Instant.parse("2024-07-01T00:00:00Z"));
        Instant due = Instant.parse("2024-07-01T08:00:00.250000001Z");
        assertThat(agenda.next()).contains(due);
        assertThat(agenda.poll(due.minusNanos(1))).isEmpty();
        assertThat(agenda.poll(due)).contains(new Agenda.Due<>("fit", due));
    }

    @Test
    void weakness_36_a_name_says_sign_minutes_market_and_time_exactly() {
        List<TimeRule> rules = new ArrayList<>();
        for (TradingCalendar market : List.of(NYSE, TradingCalendar.forex())) {
            for (Hours hours : Hours.values()) {
                for (String delay : List.of("PT-30M", "PT-1S", "PT0S", "PT0.5S", "PT30M", "PT30M1S", "PT25H")) {
                    rules.add(TimeRule.afterOpen(market, Duration.parse(delay), hours));
                    rules.add(TimeRule.afterClose(market, Duration.parse(delay), hours));
                }
            }
        }
        Stream.of("09:31", "09:31:12", "09:31:12.5", "21:31")
                .map(LocalTime::parse)
                .forEach(time -> {
                    rules.add(TimeRule.at(time));
                    rules.add(TimeRule.at(time, 1));
                    rules.add(TimeRule.at(time, ZoneId.of("Asia/Tokyo")));
                });
        assertThat(rules.stream().map(TimeRule::toString)).doesNotHaveDuplicates();
        assertThat(TimeRule.afterOpen(NYSE, Duration.ZERO, Hours.REGULAR)).hasToString("at the regular open of NYSE");
        assertThat(TimeRule.beforeOpen(NYSE, Duration.ofMinutes(-30), Hours.REGULAR))
                .hasToString("30 minutes after the regular open of NYSE")
                .isEqualTo(TimeRule.afterOpen(NYSE, Duration.ofMinutes(30), Hours.REGULAR));
    }
}
