package io.trainyard.market.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trainyard.Hours;
import io.trainyard.market.MarketDataException;
import io.trainyard.schedule.calendar.MarketFile;
import io.trainyard.schedule.calendar.MarketHours;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketHoursDatabaseTest {

    @TempDir
    Path folder;

    private static final String SMALL = """
            {"entries": {
              "Future-x-[*]": {
                "exchangeTimeZone": "America/Chicago",
                "monday": [{"start": "08:30:00", "end": "16:00:00", "state": "market"}],
                "holidays": ["1/20/2025", "5/26/2025"],
                "earlyCloses": {"9/1/2025": "12:00:00"}
              },
              "Future-x-ES": {
                "exchangeTimeZone": "America/Chicago",
                "sunday": [{"start": "17:00:00", "end": "1.00:00:00", "state": "premarket"}],
                "monday": [
                  {"start": "00:00:00", "end": "08:30:00", "state": "premarket"},
                  {"start": "08:30:00", "end": "16:00:00", "state": "market"},
                  {"start": "17:00:00", "end": "1.00:00:00", "state": "postmarket"}],
                "earlyCloses": {"1/20/2025": "12:00:00"},
                "lateOpens": {"1/20/2025": "17:00:00"}
              }
            }}
            """;

    @Test
    void a_symbol_inherits_the_special_dates_of_its_market() throws IOException {
        MarketHours es = database(SMALL).calendar("Future", "x", "ES").orElseThrow();
        assertThat(es.isOpen(LocalDate.of(2025, 5, 26), Hours.EXTENDED)).isFalse();
        assertThat(es.close(LocalDate.of(2025, 9, 1), Hours.REGULAR)).contains(Instant.parse("2025-09-01T17:00:00Z"));
        assertThat(es.name()).isEqualTo("Future-x-ES");
    }

    @Test
    void its_own_special_hours_beat_a_holiday_of_the_market() throws IOException {
        MarketHours es = database(SMALL).calendar("Future", "x", "ES").orElseThrow();
        LocalDate date = LocalDate.of(2025, 1, 20);
        assertThat(es.sessions(date)).hasSize(3);
        assertThat(es.close(date, Hours.REGULAR)).contains(Instant.parse("2025-01-20T18:00:00Z"));
        assertThat(es.nextOpen(Instant.parse("2025-01-20T18:00:00Z"), Hours.EXTENDED))
                .contains(Instant.parse("2025-01-20T23:00:00Z"));
    }

    @Test
    void trading_through_midnight_is_one_stretch() throws IOException {
        MarketHours es = database(SMALL).calendar("Future", "x", "ES").orElseThrow();
        assertThat(es.nextClose(Instant.parse("2025-03-03T00:00:00Z"), Hours.EXTENDED))
                .contains(Instant.parse("2025-03-03T22:00:00Z"));
    }

    @Test
    void an_unknown_symbol_has_the_hours_of_its_market() throws IOException {
        MarketHoursDatabase database = database(SMALL);
        assertThat(database.calendar("Future", "x", "NQ").map(MarketHours::name))
                .contains("Future-x-[*]");
        assertThat(database.calendar("Equity", "mars", "NQ")).isEmpty();
        assertThat(database.entries()).containsExactly("Future-x-ES", "Future-x-[*]");
    }

    @Test
    void an_entry_that_is_not_there_is_told_those_of_its_market() throws IOException {
        MarketHoursDatabase database = database(SMALL);
        assertThat(database.entry("Future-x-ES"))
                .isEqualTo(database.calendar("Future", "x", "ES").orElseThrow());
        assertThatThrownBy(() -> database.entry("Future-x-NQ"))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("no entry Future-x-NQ")
                .hasMessageContaining("one of Future-x-ES, Future-x-[*]");
        assertThatThrownBy(() -> database.entry("hkex"))
                .hasMessageContaining("list them with trainyard markets --lean");
    }

    @Test
    void says_which_entry_is_wrong() throws IOException {
        MarketHoursDatabase database = database(SMALL.replace("\"postmarket\"", "\"afterparty\""));
        assertThatThrownBy(() -> database.calendar("Future", "x", "ES"))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("Future-x-ES")
                .hasMessageContaining("afterparty");
    }

    @Test
    void says_which_file_is_wrong() {
        assertThatThrownBy(() -> database("{\"bars\": []}"))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("no \"entries\"");
        assertThatThrownBy(() -> MarketHoursDatabase.read(folder.resolve("missing.json")))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("missing.json");
    }

    @Test
    void understands_every_entry_of_leans_database() {
        Path file = leanData().resolve("market-hours").resolve("market-hours-database.json");
        MarketHoursDatabase database = MarketHoursDatabase.read(file);
        assertThat(database.entries()).hasSizeGreaterThan(500);
        for (String entry : database.entries()) {
            MarketHours hours = database.entry(entry);
            assertThat(hours.name()).isEqualTo(entry);
            assertThat(MarketFile.parse(entry, MarketFile.text(hours))).isEqualTo(hours);
            assertThat(hours.nextOpen(Instant.parse("2024-03-06T00:00:00Z"), Hours.REGULAR)
                                    .isPresent()
                            || hours.isOpen(Instant.parse("2024-03-06T12:00:00Z"), Hours.REGULAR))
                    .as(entry)
                    .isTrue();
        }
    }

    @Test
    void us_equity_is_what_is_built_in() {
        Path file = leanData().resolve("market-hours").resolve("market-hours-database.json");
        MarketHours lean =
                MarketHoursDatabase.read(file).calendar("Equity", "usa", "SPY").orElseThrow();
        TradingCalendar ours = TradingCalendar.usEquity();
        // the database has no late opens: the last was in 2006
        for (LocalDate date = LocalDate.of(2007, 1, 1); date.getYear() <= 2028; date = date.plusDays(1)) {
            assertThat(lean.open(date, Hours.REGULAR)).as("%s", date).isEqualTo(ours.open(date, Hours.REGULAR));
            assertThat(lean.close(date, Hours.REGULAR)).as("%s", date).isEqualTo(ours.close(date, Hours.REGULAR));
        }
    }

    private MarketHoursDatabase database(String json) throws IOException {
        return MarketHoursDatabase.read(Files.writeString(folder.resolve("hours.json"), json));
    }

    private static Path leanData() {
        Optional<Path> data =
                Optional.ofNullable(System.getProperty("trainyard.lean-data")).map(Path::of);
        for (Path up = Path.of("").toAbsolutePath(); data.isEmpty() && up != null; up = up.getParent()) {
            data = Optional.of(up.resolve("shared").resolve("lean-data")).filter(Files::isDirectory);
        }
        assumeTrue(data.isPresent(), "LEAN's data is not there: no folder shared/lean-data beside the project");
        return data.orElseThrow();
    }
}
