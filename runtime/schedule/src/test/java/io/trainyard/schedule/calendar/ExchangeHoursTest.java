package io.trainyard.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Hours;
import io.trainyard.schedule.CaseTable;
import io.trainyard.schedule.CaseTable.Row;
import io.trainyard.schedule.LeanMarketHours;
import io.trainyard.schedule.calendar.Session.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** LEAN's table of exchange hours over its test calendars. */
class ExchangeHoursTest {

    /**
     * EH-073: LEAN ignores a late open after the last close; here nothing is traded that day. EH-079: LEAN keeps a session
     * of no length. EH-081 is a defect of LEAN's. All three are tested below as they are here.
     */
    private static final Set<String> OTHERWISE = Set.of("EH-073", "EH-079", "EH-081");

    static Stream<Row> queries() {
        return CaseTable.rows("exchange-hours")
                .filter(row -> !OTHERWISE.contains(row.id()))
                .filter(row -> !row.get("calendar").matches("\\(any\\)|custom-future-test"))
                .filter(row -> !row.get("input_local").contains("one tick later"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void queries_follow_the_table(Row row) {
        TradingCalendar calendar = calendar(row.get("calendar"));
        Hours hours = row.get("extended").equals("true") ? Hours.EXTENDED : Hours.REGULAR;
        assertThat(answer(calendar, row.get("query"), row.get("input_local"), hours))
                .isEqualTo(row.get("expected_local").replace("regular ", ""));
    }

    private static String answer(TradingCalendar calendar, String query, String input, Hours hours) {
        ZoneId zone = calendar.zone();
        return switch (query) {
            case "isOpen" -> String.valueOf(calendar.isOpen(instant(input, zone), hours));
            case "isOpenDuring" -> String.valueOf(isOpenDuring(calendar, input, hours));
            case "nextOpen" -> local(calendar.nextOpen(instant(input, zone), hours), zone);
            case "nextClose" -> local(calendar.nextClose(instant(input, zone), hours), zone);
            case "previousOpen" -> local(calendar.previousOpen(instant(input, zone), hours), zone);
            case "lastCloseOfDay" ->
                local(calendar.close(LocalDateTime.parse(input).toLocalDate(), hours), zone);
            case "isHoliday" -> String.valueOf(!calendar.isOpen(LocalDate.parse(input), hours) && isWeekday(input));
            case "earlyClose" ->
                LocalTime.ofInstant(
                                calendar.close(LocalDate.parse(input), hours).orElseThrow(), zone) + ":00";
            case "segments" -> segments(calendar, LocalDate.parse(input));
            case "first segment" -> segments(calendar, LocalDate.parse(input)).split(";", -1)[0];
            default -> throw new IllegalArgumentException("no query " + query);
        };
    }

    private static boolean isWeekday(String date) {
        return LocalDate.parse(date).getDayOfWeek().getValue() <= 5;
    }

    /** Whether the market is open at some instant of the interval, its end not included. */
    private static boolean isOpenDuring(TradingCalendar calendar, String input, Hours hours) {
        String[] ends = input.split("/", -1);
        LocalDateTime from = LocalDateTime.parse(ends[0]);
        LocalDateTime to = ends[1].contains("T")
                ? LocalDateTime.parse(ends[1])
                : from.toLocalDate().atTime(LocalTime.parse(ends[1]));
        Instant start = instant(from.toString(), calendar.zone());
        return calendar.isOpen(start, hours)
                || calendar.nextOpen(start, hours)
                        .filter(open -> open.isBefore(instant(to.toString(), calendar.zone())))
                        .isPresent();
    }

    private static String segments(TradingCalendar calendar, LocalDate date) {
        return calendar.sessions(date).stream()
                .map(session -> time(session.opens(), calendar, date) + "-" + time(session.closes(), calendar, date))
                .collect(Collectors.joining(";"));
    }

    private static String time(Instant instant, TradingCalendar calendar, LocalDate date) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, calendar.zone());
        String time = local.toLocalTime().toString().replaceAll("(\\.\\d*?)0+$", "$1");
        return local.toLocalDate().equals(date) ? time.length() == 5 ? time + ":00" : time : "24:00";
    }

    private static Instant instant(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static String local(Optional<Instant> instant, ZoneId zone) {
        return instant.map(at -> LocalDateTime.ofInstant(at, zone).toString() + (seconds(at) ? "" : ":00"))
                .orElse("none");
    }

    private static boolean seconds(Instant instant) {
        return instant.getEpochSecond() % 60 != 0;
    }

    static Stream<Row> specialDays() {
        return CaseTable.rows("exchange-hours")
                .filter(row -> !OTHERWISE.contains(row.id()))
                .filter(row -> row.get("calendar").equals("custom-future-test"));
    }

    @ParameterizedTest
    @MethodSource("specialDays")
    void early_closes_and_late_opens_follow_the_table(Row row) {
        String special = row.get("input_local");
        assertThat(day(word(special, "early close "), word(special, "late open ")))
                .isEqualTo(row.get("expected_local"));
    }

    private static String word(String text, String label) {
        return text.substring(text.indexOf(label) + label.length()).split(";", -1)[0];
    }

    /** The sessions of Friday 2020-07-03 on a market with a pre-market until 08:30 and a regular session until 16:00. */
    private static String day(String early, String late) {
        LocalDate friday = LocalDate.of(2020, 7, 3);
        MarketHours.Builder hours = MarketHours.builder("custom", ZoneId.of("America/Chicago"))
                .preMarket(LocalTime.of(0, 0), LocalTime.of(8, 30), DayOfWeek.FRIDAY)
                .regular(LocalTime.of(8, 30), LocalTime.of(16, 0), DayOfWeek.FRIDAY);
        if (!early.equals("none")) {
            hours.earlyClose(friday, LocalTime.parse(early));
        }
        if (!late.equals("none")) {
            hours.lateOpen(friday, LocalTime.parse(late));
        }
        MarketHours market = hours.build();
        return market.sessions(friday).stream()
                .map(session -> (session.kind() == Kind.REGULAR ? "regular " : "pre ")
                        + LocalTime.ofInstant(session.opens(), market.zone()) + "-"
                        + LocalTime.ofInstant(session.closes(), market.zone()))
                .collect(Collectors.joining(";"));
    }

    @Test
    void nothing_is_traded_where_the_late_open_lies_after_the_last_close() {
        assertThat(day("none", "17:00")).isEmpty();
        assertThat(day("none", "16:00")).isEmpty();
    }

    /** EH-081, with the hours of CBOT's corn. */
    @Test
    void an_early_close_in_a_break_keeps_the_session_before_it() {
        LocalDate date = LocalDate.of(2012, 11, 21);
        MarketHours corn = MarketHours.builder("corn", ZoneId.of("America/Chicago"))
                .preMarket(LocalTime.of(0, 0), LocalTime.of(7, 45), DayOfWeek.WEDNESDAY)
                .regular(LocalTime.of(8, 30), LocalTime.of(13, 20), DayOfWeek.WEDNESDAY)
                .postMarket(LocalTime.of(19, 0), LocalTime.MIDNIGHT, DayOfWeek.WEDNESDAY)
                .earlyClose(date, LocalTime.of(16, 45))
                .build();
        assertThat(segments(corn, date)).isEqualTo("00:00:00-07:45:00;08:30:00-13:20:00");
    }

    private static TradingCalendar calendar(String name) {
        if (name.equals("usa-equity (database)")) {
            return TradingCalendar.usEquity();
        }
        if (name.equals("hkfe-hsi (database)")) {
            return LeanMarketHours.calendar("Future-hkfe-HSI", null);
        }
        boolean lateOpens = !name.equals("future-test");
        String table = name.replace(" (with late opens)", "");
        List<Row> rows = CaseTable.rows("exchange-hours-test-calendars")
                .filter(row -> row.get("calendar").equals(table))
                .toList();
        MarketHours.Builder hours =
                MarketHours.builder(table, ZoneId.of(rows.get(0).get("zone")));
        for (Row row : rows) {
            String time = row.get("start_or_time_local");
            switch (row.get("kind")) {
                case "weekday" -> weekday(hours, row);
                case "early-close" ->
                    hours.earlyClose(LocalDate.parse(row.get("weekday_or_date")), LocalTime.parse(time));
                case "late-open" -> {
                    if (lateOpens) {
                        hours.lateOpen(LocalDate.parse(row.get("weekday_or_date")), LocalTime.parse(time));
                    }
                }
                default -> holidays(hours, rows);
            }
        }
        return hours.build();
    }

    private static void weekday(MarketHours.Builder hours, Row row) {
        if (!row.get("state").equals("closed")) {
            Kind kind = Kind.valueOf(row.get("state").toUpperCase(Locale.ROOT).replace('-', '_'));
            DayOfWeek day = DayOfWeek.valueOf(row.get("weekday_or_date").toUpperCase(Locale.ROOT));
            hours.session(kind, wall(row.get("start_or_time_local")), wall(row.get("end_local")), day);
        }
    }

    /** US equity holidays but the dates that have special hours. */
    private static void holidays(MarketHours.Builder hours, List<Row> rows) {
        Set<String> special = rows.stream()
                .filter(row -> !row.get("kind").equals("weekday"))
                .map(row -> row.get("weekday_or_date"))
                .collect(Collectors.toSet());
        LocalDate.of(1998, 1, 1)
                .datesUntil(LocalDate.of(2029, 1, 1))
                .filter(date -> !TradingCalendar.usEquity().isOpen(date, Hours.REGULAR))
                .filter(date -> date.getDayOfWeek().getValue() <= 5 && !special.contains(date.toString()))
                .forEach(hours::closed);
    }

    private static Duration wall(String time) {
        return time.equals("24:00:00")
                ? Duration.ofDays(1)
                : Duration.ofNanos(LocalTime.parse(time).toNanoOfDay());
    }
}
