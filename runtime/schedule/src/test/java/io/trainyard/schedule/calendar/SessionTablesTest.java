package io.trainyard.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Hours;
import io.trainyard.schedule.CaseTable;
import io.trainyard.schedule.CaseTable.Row;
import io.trainyard.schedule.LeanMarketHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** LEAN's tables of sessions in a week without a holiday. */
class SessionTablesTest {

    private static final LocalDate SUNDAY = LocalDate.of(2024, 3, 3);

    @ParameterizedTest
    @EnumSource
    void us_equity_has_the_sessions_of_the_table(DayOfWeek day) {
        assertThat(sessions(TradingCalendar.usEquity(), day)).isEqualTo(expected("sessions-equity-usa", day));
    }

    @ParameterizedTest
    @EnumSource
    void crypto_has_the_sessions_of_the_table(DayOfWeek day) {
        assertThat(sessions(TradingCalendar.crypto(), day)).isEqualTo(expected("sessions-crypto-bitfinex", day));
    }

    @ParameterizedTest
    @EnumSource
    void the_forex_of_a_broker_has_the_sessions_of_the_table(DayOfWeek day) {
        TradingCalendar oanda = LeanMarketHours.calendar("Forex-oanda-[*]", null);
        assertThat(sessions(oanda, day)).isEqualTo(expected("sessions-forex-oanda", day));
    }

    /** That broker pauses for five minutes around the roll; the market does not. */
    @Test
    void forex_is_open_throughout_the_sessions_of_the_table() {
        TradingCalendar forex = TradingCalendar.forex();
        assertThat(CaseTable.rows("sessions-forex-oanda").filter(SessionTablesTest::isOpen))
                .hasSize(10)
                .allSatisfy(row -> {
                    LocalDate date = date(DayOfWeek.valueOf(row.get("weekday").toUpperCase(Locale.ROOT)));
                    Instant opens = date.atTime(LocalTime.parse(row.get("start_local")))
                            .atZone(forex.zone())
                            .toInstant();
                    Instant last = opens.plus(length(row)).minusNanos(1);
                    assertThat(forex.isOpen(opens, Hours.REGULAR)).isTrue();
                    assertThat(forex.isOpen(last, Hours.REGULAR)).isTrue();
                    assertThat(forex.nextClose(opens, Hours.REGULAR).orElseThrow())
                            .isAfter(last);
                });
    }

    private static List<String> expected(String table, DayOfWeek day) {
        return CaseTable.rows(table)
                .filter(row -> row.get("weekday").equalsIgnoreCase(day.name()) && isOpen(row))
                .map(row -> row.get("state") + " " + row.get("start_local") + " " + length(row))
                .toList();
    }

    private static boolean isOpen(Row row) {
        return !row.get("state").equals("closed");
    }

    private static Duration length(Row row) {
        LocalTime start = LocalTime.parse(row.get("start_local"));
        return row.get("end_local").equals("24:00:00")
                ? Duration.between(start, LocalTime.MIDNIGHT).plusDays(1)
                : Duration.between(start, LocalTime.parse(row.get("end_local")));
    }

    private static List<String> sessions(TradingCalendar calendar, DayOfWeek day) {
        LocalDate date = date(day);
        return calendar.sessions(date).stream()
                .map(session -> session.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + " "
                        + LocalDateTime.ofInstant(session.opens(), calendar.zone())
                                .toLocalTime()
                                .format(DateTimeFormatter.ISO_LOCAL_TIME)
                        + " " + Duration.between(session.opens(), session.closes()))
                .toList();
    }

    private static LocalDate date(DayOfWeek day) {
        return SUNDAY.with(TemporalAdjusters.nextOrSame(day));
    }
}
