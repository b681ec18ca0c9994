package io.trainyard.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.schedule.calendar.MarketFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code trainyard markets} as it is typed. */
final class MarketsCommandTest {

    @TempDir
    private Path folder;

    private record Printed(int code, String out, String err) {}

    private static Printed run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), false, arguments);
        return new Printed(code, out.toString(), err.toString());
    }

    @Test
    void lists_what_is_built_in_and_what_lies_on_the_class_path() {
        Printed printed = run("markets");

        assertThat(printed.err()).isEmpty();
        assertThat(printed.out()).isEqualTo("""
                cme-index     CME index futures   America/New_York    built in
                crypto        crypto              Z                   built in
                forex         forex               America/New_York    built in
                us-equity     NYSE                America/New_York    built in
                lunch-break   lunch-break         Asia/Hong_Kong      io/trainyard/markets/lunch-break
                """);
        JsonNode json = JsonMapper.shared().readTree(run("markets", "--json").out());
        assertThat(json).hasSize(5);
        assertThat(json.get(3).path("name").asString()).isEqualTo("us-equity");
    }

    @Test
    void shows_sessions_half_days_and_holidays() {
        Printed printed = run("markets", "us-equity", "--from", "2026-11-25", "--to", "2026-11-30");

        assertThat(printed.err()).isEmpty();
        assertThat(printed.out()).isEqualTo("""
                us-equity, NYSE, 2026-11-25 to 2026-11-30 (America/New_York)
                  Wed 2026-11-25  pre-market 04:00-09:30, regular 09:30-16:00, post-market 16:00-20:00
                  Thu 2026-11-26  closed
                  Fri 2026-11-27  pre-market 04:00-09:30, regular 09:30-13:00, post-market 13:00-17:00  <- early close
                  Mon 2026-11-30  pre-market 04:00-09:30, regular 09:30-16:00, post-market 16:00-20:00
                """);
    }

    @Test
    void a_month_is_shown_where_no_end_is_given() {
        JsonNode json = JsonMapper.shared()
                .readTree(run("markets", "us-equity", "--from", "2002-09-01", "--json")
                        .out());

        assertThat(json.path("to").asString()).isEqualTo("2002-09-30");
        assertThat(json.path("days")).hasSize(21);
        JsonNode anniversary = json.path("days").get(7);
        assertThat(anniversary.path("date").asString()).isEqualTo("2002-09-11");
        assertThat(anniversary.path("differs").get(0).asString()).isEqualTo("late open");
        assertThat(anniversary.path("sessions").get(1).path("opens").asString()).isEqualTo("2002-09-11T12:00:00-04:00");
    }

    @Test
    void sessions_that_cross_midnight_name_the_evening() {
        assertThat(run("markets", "forex", "--from", "2026-06-08", "--to", "2026-06-08")
                        .out())
                .contains("Mon 2026-06-08  regular Sun 17:00-17:00");
        assertThat(run("markets", "crypto", "--from", "2026-06-07", "--to", "2026-06-07")
                        .out())
                .contains("Sun 2026-06-07  regular 00:00-24:00");
        assertThat(run("markets", "cme-index", "--from", "2026-11-26", "--to", "2026-11-26")
                        .out())
                .contains("Thu 2026-11-26  pre-market Wed 18:00-09:30, regular 09:30-13:00  <- early close");
    }

    @Test
    void an_entry_of_leans_database_becomes_a_file() throws IOException {
        Path database = folder.resolve("market-hours-database.json");
        Files.writeString(database, """
                {"entries": {
                  "Index-hkfe-[*]": {
                    "exchangeTimeZone": "Asia/Hong_Kong",
                    "monday": [
                      {"start": "09:30:00", "end": "12:00:00", "state": "market"},
                      {"start": "13:00:00", "end": "16:00:00", "state": "market"}],
                    "holidays": ["2/17/2026"],
                    "earlyCloses": {"2/16/2026": "12:00:00"}
                  }
                }}
                """);

        assertThat(run("markets", "--lean", database.toString()).out()).isEqualTo("Index-hkfe-[*]\n");
        Printed printed = run("markets", "--lean", database.toString(), "--entry", "Index-hkfe-[*]");
        assertThat(printed.err()).isEmpty();
        assertThat(printed.out()).isEqualTo("""
                # Index-hkfe-[*] of LEAN's database of market hours
                zone         Asia/Hong_Kong

                regular      09:30-12:00  monday
                regular      13:00-16:00  monday

                closed       2026-02-17

                early-close  2026-02-16 12:00
                """);
        assertThat(MarketFile.parse("hkfe", printed.out()).sessions(LocalDate.of(2026, 2, 16)))
                .hasSize(1);
        assertThat(run("markets", "--lean", database.toString(), "--entry", "Index-hkfe-HSI")
                        .err())
                .contains("has no entry Index-hkfe-HSI")
                .contains("fix:  one of Index-hkfe-[*]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "markets nyse --from 2026-01-01 | no market is called nyse: there are cme-index, crypto, forex, us-equity",
                "markets us-equity | no days are given to show: trainyard markets us-equity --from 2026-01-01",
                "markets --from 2026-01-01 | give its name, such as us-equity",
                "markets us-equity --from 2026-02-01 --to 2026-01-01 | --to 2026-01-01 lies before --from 2026-02-01",
                "markets --entry X | add --lean FILE",
                "markets us-equity --lean x.json | --lean takes --entry and nothing else",
                "markets --lean no-such-file.json | no-such-file.json",
            })
    void misuse_says_what_to_type(String call, String message) {
        Printed printed = run(call.split(" "));

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.out()).isEmpty();
        assertThat(printed.err()).contains(message);
    }
}
