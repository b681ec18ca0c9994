package io.trainyard.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Hours;
import io.trainyard.schedule.LeanMarketHours;
import io.trainyard.schedule.calendar.Session.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketFileTest {

    private static final String HONG_KONG = """
            zone         Asia/Hong_Kong

            pre-market   09:00-09:30  monday tuesday wednesday thursday friday
            regular      09:30-12:00  monday tuesday wednesday thursday friday
            regular      13:00-16:00  monday tuesday wednesday thursday friday
            post-market  16:00-16:08:30.500  friday

            closed       2026-02-17
            closed       2026-02-18

            early-close  2026-02-16 12:00

            late-open    2026-03-02 13:00
            """;

    @Test
    void what_is_read_is_written_the_same() {
        assertThat(MarketFile.text(MarketFile.parse("hkex", HONG_KONG))).isEqualTo(HONG_KONG);
    }

    @Test
    void a_session_may_begin_on_the_evening_before_and_end_after_midnight() {
        MarketHours market = MarketFile.parse("night", """
                zone America/Chicago   # as the exchange publishes it
                regular -07:00-16:00 monday
                regular 17:00-26:30 monday
                """);
        assertThat(market.sessions(LocalDate.of(2026, 6, 8)))
                .extracting(session -> session.opens() + " " + session.closes())
                .containsExactly(
                        "2026-06-07T22:00:00Z 2026-06-08T21:00:00Z", "2026-06-08T22:00:00Z 2026-06-09T07:30:00Z");
        assertThat(MarketFile.text(market)).contains("-07:00-16:00").contains("17:00-26:30");
    }

    /** A day of a market that is never closed ends at 24:00. */
    @Test
    void hours_reach_until_the_midnight_at_the_end() {
        TradingCalendar crypto = TradingCalendar.crypto();
        MarketHours read = MarketFile.parse(
                "crypto", "zone Z\nregular 00:00-24:00 monday tuesday wednesday thursday friday saturday sunday");
        assertThat(read).isEqualTo(crypto);
        assertThat(MarketFile.text(read)).contains("00:00-24:00");
    }

    @Property(tries = 300)
    void writing_and_reading_gives_the_same_market(@ForAll("markets") MarketHours market) {
        String text = MarketFile.text(market);
        MarketHours read = MarketFile.parse(market.name(), text);
        assertThat(read).isEqualTo(market).hasSameHashCodeAs(market);
        assertThat(MarketFile.text(read)).isEqualTo(text);
    }

    /** Sessions split at midnight, with a break, and around the clock. */
    @Test
    void markets_of_leans_database_survive_the_text() {
        for (String name : List.of(
                "Equity-usa-[*]",
                "Index-hkfe-[*]",
                "Future-cme-ES",
                "Future-hkfe-HSI",
                "Forex-oanda-[*]",
                "Cfd-oanda-[*]")) {
            MarketHours market = LeanMarketHours.calendar(name, null);
            assertThat(MarketFile.parse(name, MarketFile.text(market))).isEqualTo(market);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closed 2026-02-17                     | line 2: the hours are given before the zone",
                "zone X/Y                              | line 2: \"X/Y\" is no zone that this JDK knows; regions are named",
                "zone                                  | line 2: \"zone\" has 1 words, not 2; write zone Asia/Hong_Kong",
                "zone Z; zone Z                        | line 3: the zone is stated in line 2 already; keep one of them",
                "zone Z; opens 09:30                   | line 3: \"opens\" is no word of a market; begin the line with zone, pre-market,",
                "zone Z; regular 09:30-16:00           | line 3: a session has hours and days; write regular 09:30-16:00 monday",
                "zone Z; regular 09:30 monday          | line 3: \"09:30\" are no hours",
                "zone Z; regular 9:30-16:00 monday     | line 3: \"9:30\" is no time of day; write HH:mm, 24:00 for",
                "zone Z; regular 09:60-16:00 monday    | line 3: \"09:60\" is no time of day",
                "zone Z; regular 09:30-16:00 mon       | line 3: \"mon\" is no day of the week; days are monday, tuesday",
                "zone Z; regular 16:00-09:30 monday    | line 3: a session of x ends after it begins",
                "zone Z; regular -30:00-09:30 monday   | line 3: a session of x from PT-30H to PT9H30M lies more than a day off",
                "zone Z; closed 2026-02-30             | line 3: \"2026-02-30\" is no date; write yyyy-MM-dd",
                "zone Z; closed 2026-02-17 2026-02-18  | line 3: \"closed 2026-02-17 2026-02-18\" has 3 words, not 2; write closed",
                "zone Z; closed 2026-02-17; closed 2026-02-17 | line 4: closed on 2026-02-17 is stated in line 3 already",
                "zone Z; early-close 2026-02-17        | line 3: \"early-close 2026-02-17\" has 2 words, not 3; write early-close 2026-12-24",
                "zone Z; late-open 2026-02-17 25:00    | line 3: \"25:00\" is no time of day; write HH:mm, such as 13:00",
                "zone Z; regular 09:30-16:00 monday; regular 15:00-17:00 monday | market x: two sessions of x on MONDAY overlap",
            })
    void what_is_wrong_is_said_with_its_line(String lines, String message) {
        assertThatThrownBy(() -> MarketFile.parse("x", "# hours\n" + lines.replace("; ", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("market x")
                .hasMessageContaining(message);
    }

    @Test
    void a_file_without_a_line_says_how_to_begin() {
        assertThatThrownBy(() -> MarketFile.parse("x", "\n# nothing\n"))
                .hasMessage("market x has no zone: begin with a line such as zone Asia/Hong_Kong");
    }

    @Test
    void the_hours_of_us_equity_can_be_written_by_hand() {
        MarketHours market = MarketFile.parse("nyse", """
                zone America/New_York
                regular 09:30-16:00 monday tuesday wednesday thursday friday
                closed 2026-12-25
                early-close 2026-12-24 13:00
                """);
        for (LocalDate date = LocalDate.of(2026, 12, 1); date.getYear() == 2026; date = date.plusDays(1)) {
            assertThat(market.close(date, Hours.REGULAR))
                    .isEqualTo(TradingCalendar.usEquity().close(date, Hours.REGULAR));
        }
    }

    @Provide
    Arbitrary<MarketHours> markets() {
        Arbitrary<LocalDate> dates =
                Arbitraries.integers().between(-10_000, 40_000).map(LocalDate::ofEpochDay);
        Arbitrary<LocalTime> times = Arbitraries.longs().between(0, 86_399).map(LocalTime::ofSecondOfDay);
        Arbitrary<Long> nanos = Arbitraries.of(1L, 500_000_000L, 1_000_000_000L, 60_000_000_000L, 1_800_000_000_000L);
        return Combinators.combine(
                        Arbitraries.of("Asia/Hong_Kong", "America/New_York", "Z", "+05:30"),
                        Arbitraries.of(DayOfWeek.class).set().ofMinSize(1),
                        Arbitraries.longs().between(-40, 40).set().ofMinSize(2).ofMaxSize(6),
                        nanos,
                        dates.set().ofMaxSize(5),
                        Arbitraries.maps(dates, times).ofMaxSize(5),
                        Arbitraries.maps(dates, times).ofMaxSize(5))
                .as((zone, days, bounds, unit, closed, early, late) -> {
                    MarketHours.Builder hours =
                            MarketHours.builder("m", ZoneId.of(zone)).closed(closed);
                    early.forEach(hours::earlyClose);
                    late.forEach(hours::lateOpen);
                    addSessions(hours, days, bounds.stream().sorted().toList(), unit);
                    return hours.build();
                });
    }

    private static void addSessions(MarketHours.Builder hours, Set<DayOfWeek> days, List<Long> bounds, long unit) {
        for (int i = 1; i < bounds.size(); i++) {
            Kind kind = bounds.get(i) % 2 == 0 ? Kind.REGULAR : Kind.POST_MARKET;
            Duration from = Duration.ofNanos(bounds.get(i - 1) * unit);
            hours.session(kind, from, Duration.ofNanos(bounds.get(i) * unit), days.toArray(DayOfWeek[]::new));
        }
    }
}
