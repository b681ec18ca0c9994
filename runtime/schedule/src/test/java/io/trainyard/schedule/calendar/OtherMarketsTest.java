package io.trainyard.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Hours;
import io.trainyard.schedule.LeanMarketHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherMarketsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void forex_trades_from_sunday_to_friday_without_a_break() {
        TradingCalendar forex = TradingCalendar.forex();
        Instant saturday = Instant.parse("2024-03-09T12:00:00Z");
        Instant sundayOpen = Instant.parse("2024-03-10T21:00:00Z");
        Instant fridayClose = Instant.parse("2024-03-15T21:00:00Z");
        assertThat(forex.nextOpen(saturday, Hours.REGULAR)).contains(sundayOpen);
        assertThat(forex.nextClose(saturday, Hours.REGULAR)).contains(fridayClose);
        assertThat(forex.nextClose(sundayOpen, Hours.REGULAR)).contains(fridayClose);
        assertThat(forex.previousOpen(fridayClose, Hours.REGULAR)).contains(sundayOpen);
        assertThat(forex.previousClose(fridayClose.plusSeconds(1), Hours.REGULAR))
                .contains(fridayClose);
        assertThat(forex.isOpen(sundayOpen, Hours.REGULAR)).isTrue();
        assertThat(forex.isOpen(sundayOpen.minusNanos(1), Hours.REGULAR)).isFalse();
        assertThat(forex.isOpen(Instant.parse("2024-03-13T04:00:00Z"), Hours.REGULAR))
                .isTrue();
        assertThat(forex.isOpen(fridayClose, Hours.REGULAR)).isFalse();
    }

    @Test
    void each_date_of_forex_closes_at_five() {
        TradingCalendar forex = TradingCalendar.forex();
        assertThat(forex.close(LocalDate.of(2024, 3, 1), Hours.REGULAR))
                .contains(Instant.parse("2024-03-01T22:00:00Z"));
        assertThat(forex.close(LocalDate.of(2024, 3, 3), Hours.REGULAR)).isEmpty();
        assertThat(forex.close(LocalDate.of(2024, 3, 4), Hours.REGULAR))
                .contains(Instant.parse("2024-03-04T22:00:00Z"));
    }

    @Test
    void crypto_never_closes() {
        TradingCalendar crypto = TradingCalendar.crypto();
        Instant instant = Instant.parse("2024-03-10T00:00:00Z");
        assertThat(crypto.isOpen(instant, Hours.REGULAR)).isTrue();
        assertThat(crypto.nextOpen(instant, Hours.REGULAR)).isEmpty();
        assertThat(crypto.nextClose(instant, Hours.REGULAR)).isEmpty();
        assertThat(crypto.previousOpen(instant, Hours.REGULAR)).isEmpty();
        assertThat(crypto.close(LocalDate.of(2024, 3, 10), Hours.REGULAR))
                .contains(Instant.parse("2024-03-11T00:00:00Z"));
    }

    @Test
    void futures_break_for_an_hour_in_the_evening() {
        TradingCalendar cme = TradingCalendar.cmeIndexFutures();
        Instant sunday = Instant.parse("2024-03-10T12:00:00Z");
        assertThat(cme.nextOpen(sunday, Hours.EXTENDED)).contains(Instant.parse("2024-03-10T22:00:00Z"));
        assertThat(cme.nextOpen(sunday, Hours.REGULAR)).contains(Instant.parse("2024-03-11T13:30:00Z"));
        assertThat(cme.nextClose(sunday, Hours.EXTENDED)).contains(Instant.parse("2024-03-11T21:00:00Z"));
        assertThat(cme.nextOpen(Instant.parse("2024-03-11T21:00:00Z"), Hours.EXTENDED))
                .contains(Instant.parse("2024-03-11T22:00:00Z"));
        assertThat(cme.isOpen(LocalDate.of(2024, 3, 10), Hours.EXTENDED)).isFalse();
    }

    /** Hours of regular trading, from LEAN's database, against the rules; trading dates cannot differ in whole days. */
    @Test
    void futures_agree_with_leans_database_since_2015() {
        TradingCalendar lean = LeanMarketHours.calendar("Future-cme-ES", "Future-cme-[*]");
        TradingCalendar cme = TradingCalendar.cmeIndexFutures();
        List<String> differences = new ArrayList<>();
        for (LocalDate date = LocalDate.of(2015, 1, 1); date.getYear() <= 2026; date = date.plusDays(1)) {
            String theirs = date.getDayOfWeek() == DayOfWeek.SUNDAY ? "-" : regular(lean, date);
            String ours = regular(cme, date);
            if (!theirs.equals(ours)) {
                differences.add(date + " " + theirs + " is " + ours);
            }
        }
        // the database lacks half days and a day of mourning, has a holiday that was a half day and an open Christmas
        assertThat(differences)
                .containsExactly(
                        "2023-07-03 09:30-17:00 is 09:30-13:15",
                        "2024-07-03 09:30-17:00 is 09:30-13:15",
                        "2024-11-29 09:30-17:00 is 09:30-13:15",
                        "2025-01-09 09:30-17:00 is -",
                        "2025-01-20 - is 09:30-13:00",
                        "2025-12-25 09:30-17:00 is -");
    }

    private static String regular(TradingCalendar calendar, LocalDate date) {
        return calendar.open(date, Hours.REGULAR)
                .map(open -> LocalTime.ofInstant(open, NEW_YORK) + "-"
                        + LocalTime.ofInstant(
                                calendar.close(date, Hours.REGULAR).orElseThrow(), NEW_YORK))
                .orElse("-");
    }

    @Test
    void a_market_with_a_lunch_break_has_two_sessions() {
        MarketHours hongKong = MarketHours.builder("Hong Kong", ZoneId.of("Asia/Hong_Kong"))
                .regular(LocalTime.of(9, 30), LocalTime.of(12, 0), DayOfWeek.MONDAY, DayOfWeek.TUESDAY)
                .regular(LocalTime.of(13, 0), LocalTime.of(16, 0), DayOfWeek.MONDAY, DayOfWeek.TUESDAY)
                .closed(LocalDate.of(2024, 2, 12))
                .build();
        LocalDate tuesday = LocalDate.of(2024, 2, 13);
        assertThat(hongKong.sessions(tuesday)).hasSize(2);
        assertThat(hongKong.open(tuesday, Hours.REGULAR)).contains(Instant.parse("2024-02-13T01:30:00Z"));
        assertThat(hongKong.close(tuesday, Hours.REGULAR)).contains(Instant.parse("2024-02-13T08:00:00Z"));
        assertThat(hongKong.nextOpen(Instant.parse("2024-02-10T00:00:00Z"), Hours.REGULAR))
                .contains(Instant.parse("2024-02-13T01:30:00Z"));
        assertThat(hongKong.tradingWeek()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
    }

    /** Christmas and New Year's Day where they fall on weekdays; all other weekdays trade, in one stretch a week. */
    @Test
    void forex_trades_every_weekday_but_two() {
        TradingCalendar forex = TradingCalendar.forex();
        for (LocalDate date = LocalDate.of(1998, 1, 1); date.getYear() <= 2035; date = date.plusDays(1)) {
            boolean weekday = date.getDayOfWeek().getValue() <= 5;
            boolean holiday = date.getDayOfYear() == 1 || (date.getMonthValue() == 12 && date.getDayOfMonth() == 25);
            assertThat(forex.isOpen(date, Hours.REGULAR)).as(date.toString()).isEqualTo(weekday && !holiday);
        }
    }

    /** Every hour of a week at a time: whether open does not depend on how it is asked, on any market. */
    @Test
    void open_and_close_agree_with_what_is_open() {
        TradingCalendar hkfe = LeanMarketHours.calendar("Future-hkfe-HSI", null);
        for (TradingCalendar market : List.of(
                TradingCalendar.usEquity(),
                TradingCalendar.cmeIndexFutures(),
                TradingCalendar.forex(),
                TradingCalendar.crypto(),
                hkfe)) {
            for (Hours hours : Hours.values()) {
                Instant instant = Instant.parse("2024-11-20T00:00:00Z");
                for (int i = 0; i < 21 * 24; i++, instant = instant.plus(Duration.ofHours(1))) {
                    boolean open = market.isOpen(instant, hours);
                    Instant now = instant;
                    boolean expected = market.nextClose(instant, hours)
                            .map(close -> market.nextOpen(now, hours)
                                    .map(next -> close.isBefore(next))
                                    .orElse(true))
                            .orElse(open);
                    assertThat(open).as(market + " " + hours + " " + instant).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void refuses_sessions_that_make_no_sense() {
        MarketHours.Builder builder = MarketHours.builder("X", ZoneId.of("UTC"));
        assertThatThrownBy(() -> builder.regular(LocalTime.of(16, 0), LocalTime.of(9, 30), DayOfWeek.MONDAY))
                .hasMessageContaining("ends after it begins");
        assertThatThrownBy(() ->
                        builder.session(Session.Kind.REGULAR, Duration.ofHours(-30), Duration.ZERO, DayOfWeek.MONDAY))
                .hasMessageContaining("more than a day off");
        builder.regular(LocalTime.of(9, 0), LocalTime.of(12, 0), DayOfWeek.MONDAY)
                .regular(LocalTime.of(11, 0), LocalTime.of(13, 0), DayOfWeek.MONDAY);
        assertThatThrownBy(builder::build).hasMessageContaining("two sessions of X on MONDAY overlap");
        MarketHours.Builder nights = MarketHours.builder("X", ZoneId.of("UTC"))
                .session(Session.Kind.REGULAR, Duration.ofHours(9), Duration.ofHours(30), DayOfWeek.SUNDAY)
                .session(Session.Kind.REGULAR, Duration.ofHours(5), Duration.ofHours(17), DayOfWeek.MONDAY);
        assertThatThrownBy(nights::build)
                .hasMessageContaining("the last session of X on SUNDAY overlaps the first on MONDAY");
    }
}
