package io.trainyard.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code trainyard schedule} as it is typed. */
final class ScheduleCommandTest {

    private record Printed(int code, String out, String err) {}

    private static Printed run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), false, arguments);
        return new Printed(code, out.toString(), err.toString());
    }

    /** The year 2026, options separated by spaces. */
    private static Printed year(String options, String... more) {
        List<String> arguments = new ArrayList<>(List.of("schedule"));
        arguments.addAll(List.of(options.split(" ")));
        arguments.addAll(List.of("--from", "2026-01-01", "--to", "2026-12-31"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private static JsonNode json(String options) {
        Printed printed = year(options, "--json");
        assertThat(printed.err()).isEmpty();
        return JsonMapper.shared().readTree(printed.out());
    }

    @Test
    void explains_the_example_of_the_readme() {
        Printed printed = year("--day SUNDAY --at 08:00 --zone America/New_York");

        assertThat(printed.err()).isEmpty();
        assertThat(printed.code()).isZero();
        assertThat(printed.out()).isEqualTo("""
                every Sunday at 08:00 America/New_York
                  days      2026-01-01 to 2026-12-31 (America/New_York)
                  budget    30 minutes, of which 5 minutes come back every 24 hours
                  a run     takes 10 minutes at most

                Due        52 times
                     1  Sun 2026-01-04 08:00:00 -05:00  2026-01-04T13:00:00Z
                     2  Sun 2026-01-11 08:00:00 -05:00  2026-01-11T13:00:00Z
                     3  Sun 2026-01-18 08:00:00 -05:00  2026-01-18T13:00:00Z
                     4  Sun 2026-01-25 08:00:00 -05:00  2026-01-25T13:00:00Z
                        ... 44 more, with --all
                    49  Sun 2026-12-06 08:00:00 -05:00  2026-12-06T13:00:00Z
                    50  Sun 2026-12-13 08:00:00 -05:00  2026-12-13T13:00:00Z
                    51  Sun 2026-12-20 08:00:00 -05:00  2026-12-20T13:00:00Z
                    52  Sun 2026-12-27 08:00:00 -05:00  2026-12-27T13:00:00Z

                Nothing speaks against it.
                The budget is in use up to 10 minutes.
                """);
    }

    @Test
    void prints_every_instant_when_asked() {
        assertThat(year("--day SUNDAY --at 08:00 --zone America/New_York", "--all")
                        .out()
                        .lines()
                        .filter(line -> line.matches(" +\\d+  Sun 2026-.*Z")))
                .hasSize(52);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --day SUNDAY,monday --at 08:00,20:00     | every Monday and Sunday at 08:00 and at 20:00, UTC         | 208 | 2026-01-04T08:00:00Z
            --on every-day --every PT12H             | every day every 12 hours, UTC                              | 730 | 2026-01-01T00:00:00Z
            --day SATURDAY --every PT30M --between 09:00,16:00 | every Saturday every 30 minutes from 09:00 to 16:00, UTC | 780 | 2026-01-03T09:00:00Z
            --date 2026-01-02,2026-05-04 --at 08:00  | on 2026-01-02 and 2026-05-04 at 08:00 UTC                  | 2   | 2026-01-02T08:00:00Z
            --on month-start --offset 2 --at 08:00   | on the second day after the first day of every month at 08:00 UTC | 12 | 2026-01-03T08:00:00Z
            --on MONTH_END --at 08:00                | on the last day of every month at 08:00 UTC                | 12  | 2026-01-31T08:00:00Z
            --on week-end --offset 1 --at 08:00      | on 1 day before Friday of every week at 08:00 UTC          | 53  | 2026-01-01T08:00:00Z
            --on today --at now                      | on the day of deployment at the moment of deployment, UTC  | 1   | 2026-01-01T00:00:00Z
            --on tomorrow --at noon                  | on the day after deployment at 12:00 UTC                   | 1   | 2026-01-02T12:00:00Z
            --nth 3 --day FRIDAY --at 18:00          | on the third Friday of the month at 18:00 UTC              | 12  | 2026-01-16T18:00:00Z
            --nth -1 --day FRIDAY --at 18:00         | on the last Friday of the month at 18:00 UTC               | 12  | 2026-01-30T18:00:00Z
            --every-weeks 2 --anchor 2026-01-04 --at 08:00 | every 2 weeks from Sunday 2026-01-04 on at 08:00 UTC | 26  | 2026-01-04T08:00:00Z
            --day SUNDAY --except date=2026-01-04,2026-01-11 --at 08:00 | every Sunday, except on 2026-01-04 and 2026-01-11 at 08:00 UTC | 50 | 2026-01-18T08:00:00Z
            --day SUNDAY --or day=FRIDAY,nth=1 --at 08:00 | every Sunday or on the first Friday of the month at 08:00 UTC | 64 | 2026-01-02T08:00:00Z
            """)
    void takes_every_rule_of_dates_and_times(String options, String rule, int count, String first) {
        JsonNode report = json(options + " --zone UTC --limit PT1S");

        assertThat(report.at("/trainings/0/rules/0").asString()).isEqualTo(rule);
        assertThat(report.path("count").asInt())
                .isEqualTo(count)
                .isEqualTo(report.path("due").size());
        assertThat(report.at("/due/0/utc").asString()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --on trading-days --before-open 45           | 251 | 2026-01-02T13:45:00Z
            --on trading-days --after-open=-45           | 251 | 2026-01-02T13:45:00Z
            --on trading-days --before-open 60 --hours extended | 251 | 2026-01-02T08:00:00Z
            --on month-start --offset 1 --after-close 60 | 12  | 2026-01-05T22:00:00Z
            --on month-end --before-close 60             | 12  | 2026-01-30T20:00:00Z
            --day MONDAY --at 18:00                      | 48  | 2026-01-05T23:00:00Z
            --day MONDAY --at 18:00 --on-closed next     | 52  | 2026-01-05T23:00:00Z
            --date 2026-01-01 --at 18:00 --on-closed next | 1  | 2026-01-02T23:00:00Z
            --date 2026-01-03 --at 18:00 --on-closed previous | 1 | 2026-01-02T23:00:00Z
            """)
    void reads_days_and_hours_of_a_market_in_its_zone(String options, int count, String first) {
        JsonNode report = json(options + " --market us-equity --limit PT1S");

        assertThat(report.path("zone").asString()).isEqualTo("America/New_York");
        assertThat(report.path("count").asInt()).isEqualTo(count);
        assertThat(report.at("/due/0/utc").asString()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --day SUNDAY --after-open 15 --market us-equity    | TY501 NEVER_DUE | NYSE is closed on all 52 dates of "every Sunday"
            --day MONDAY --at 11:00 --market us-equity         | TY502 DUE_IN_SESSION | Mon 2026-01-05 11:00
            --day MONDAY --at 11:00 --market forex             | TY502 DUE_IN_SESSION | forex
            --day MONDAY --at 11:00 --market cme-index         | TY502 DUE_IN_SESSION | CME index futures
            --day SUNDAY --at 02:30 --zone America/New_York    | TY503 WALL_TIME_SKIPPED | training is due at 03:00 instead
            --day SUNDAY --at 02:30 --zone America/New_York --gap skip | TY503 WALL_TIME_SKIPPED | training is not due then
            --day SUNDAY --at 01:30 --zone America/New_York --overlap both | TY504 WALL_TIME_REPEATED | training is due both times
            --on every-day --at 08:00 --zone UTC --limit PT20M    | TY506 BUDGET_EXCEEDED | a limit of at most 5 minutes
            --day SUNDAY --at 08:00 --zone UTC --limit PT45M   | TY507 LIMIT_ABOVE_CAPACITY | the tier of 1024 MB
            --day SUNDAY --at 08:00,08:05 --zone UTC           | TY505 OVERLAPPING_TRAININGS | when it is due again
            """)
    void warns_of_what_speaks_against_a_schedule(String options, String code, String words) {
        Printed printed = year(options);

        assertThat(printed.code()).isZero();
        assertThat(printed.out())
                .contains("[" + code.substring(0, 5) + "]")
                .contains(words)
                .contains("    fix:  ")
                .contains("    more: processor/errors/" + code.substring(0, 5) + ".md");
        JsonNode findings = json(options).path("findings");
        assertThat(findings.findValuesAsString("code")).containsExactly(code.substring(0, 5));
        assertThat(findings.findValuesAsString("kind")).containsExactly(code.substring(6));
    }

    @Test
    void takes_limit_and_tier() {
        String rule = "--on every-day --at 20:00 --zone UTC --limit PT15M";

        assertThat(year(rule, "--tier", "1024").out()).contains("[TY506]").contains("or the tier of 2048 MB");
        assertThat(year(rule, "--tier", "2048").out())
                .contains("Nothing speaks against it")
                .contains("takes 15 minutes at most")
                .contains("budget    1 hour 30 minutes, of which 15 minutes");
    }

    @Test
    void crypto_days_are_read_in_utc_and_never_closed() {
        JsonNode report = json("--on trading-days --at 00:00 --market crypto --limit PT1M");

        assertThat(report.path("zone").asString()).isEqualTo("Z");
        assertThat(report.path("count").asInt()).isEqualTo(365);
        assertThat(report.path("findings")).isEmpty();
    }

    @Test
    void a_year_is_looked_at_where_no_end_is_given() {
        Printed printed = run(
                "schedule",
                "--on=every-day",
                "--at=08:00",
                "--zone=America/New_York",
                "--from=2026-03-01",
                "--limit=PT1M");

        assertThat(printed.out()).contains("2026-03-01 to 2027-02-28").contains("Due        365 times");
    }

    @Test
    void prints_a_calendar() {
        String calendar =
                year("--day SUNDAY --at 08:00 --zone America/New_York", "--ics").out();

        assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(calendar.lines().filter("BEGIN:VEVENT"::equals)).hasSize(52);
        assertThat(calendar).contains("DTSTART:20260104T130000Z");
    }

    @Test
    void explains_the_schedules_of_a_strategy() {
        Printed printed = year("sunday-trend", "--market", "us-equity");

        assertThat(printed.err()).isEmpty();
        assertThat(printed.out())
                .contains("fit, once, at deployment\n")
                .contains("fit, every Sunday at 08:00 America/New_York\n")
                .contains("Due        53 times")
                .contains("     1  Thu 2026-01-01 00:00:00 -05:00  2026-01-01T05:00:00Z")
                .contains("Nothing speaks against it.");
    }

    @Test
    void two_calls_print_the_same_bytes() {
        String rule = "--day SUNDAY,MONDAY --at 02:30,11:00 --market us-equity --limit PT25M";

        assertThat(year(rule).out()).isEqualTo(year(rule).out());
        assertThat(year(rule, "--json").out()).isEqualTo(year(rule, "--json").out());
        assertThat(year(rule, "--ics").out()).isEqualTo(year(rule, "--ics").out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --date 2026-01-02 --at 08:00 --zone UTC --limit 20m | '20m' is not a length of time
            --on every-day --at 08:00 --zone UTC --limit PT0S | the limit of training
            sunday-trent                                  | no strategy is called sunday-trent
            """)
    void says_what_is_wrong_with_a_call(String options, String words) {
        List<String> arguments = new ArrayList<>(List.of("schedule", "--from=2026-01-01"));
        arguments.addAll(List.of(options.split(" ")));
        Printed printed = run(arguments.toArray(String[]::new));

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.out()).isEmpty();
        assertThat(printed.err())
                .startsWith("trainyard: ")
                .contains(words)
                .endsWith("See: trainyard schedule --help\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            --day SUNDAY --at 8am --zone UTC              | --at 8am is not a time of day.               | --at 08:00
            --day SUNDAY --at 08:00                       | No zone is given to read wall times in.      | --zone America/New_York
            --day SUNDAY --at 08:00 --zone America/NewYork | --zone America/NewYork is not a region that this JDK knows. | --zone America/New_York
            --day SUNDAI --at 08:00 --zone UTC            | --day SUNDAI is not one of its words.        | --day SUNDAY
            --day SUNDAY --zone UTC                       | --day SUNDAY has no time beside it.          | --day SUNDAY --at 08:00
            --at 08:00 --zone UTC                         | --at 08:00 has no dates beside it.           | --on EVERY_DAY --at 08:00
            --day SUNDAY --on every-day --at 08:00 --zone UTC | --on every-day gives dates of its own beside --day SUNDAY. | --or on=every-day
            --nth 3 --at 08:00 --zone UTC                 | --nth 3 has no single day of the week beside it. | --day FRIDAY --nth 3
            --every-weeks 2 --at 08:00 --zone UTC         | --every-weeks 2 has no date to count from.   | --every-weeks 2 --anchor 2026-01-04
            --on trading-days --at 08:00 --zone UTC       | --on trading-days names no market.           | --on trading-days --market us-equity
            --on every-day --before-open 60 --zone UTC    | --before-open 60 names no market.            | --before-open 60 --market us-equity
            --on every-day --before-open PT1H --market us-equity | --before-open PT1H is not a number of minutes. | --before-open 60
            --on every-day --at 08:00 --on-closed next --zone UTC | --on-closed next names no market.    | --on-closed next --market us-equity
            --on every-day --every 30m --zone UTC         | --every 30m is not a length of time.         | --every PT30M
            --on every-day --at 08:00 --market nyse       | --market nyse is not a market that is known. | --market us-equity
            --on every-day --at 08:00 --zone UTC --gap later | --gap later is not one of its words.      | -
            --date 02.01.2026 --at 08:00 --zone UTC       | --date 02.01.2026 is not a date.             | --date 2026-01-02
            --on month-start --offset 31 --at 08:00 --zone UTC | --offset 31 leads out of its month.     | --offset 30
            --day SUNDAY --except dya=FRIDAY --at 08:00 --zone UTC | --except dya=FRIDAY names "dya", which gives no dates. | --except day=FRIDAY
            --day SUNDAY --except FRIDAY --at 08:00 --zone UTC | --except FRIDAY names "FRIDAY", which gives no dates. | --except day=FRIDAY
            --zone UTC                                    | --zone UTC has neither dates nor times beside it. | --on EVERY_DAY --at 08:00 --zone UTC
            --all                                         | Neither a strategy nor a rule is given.      | --day SUNDAY --at 08:00 --zone America/New_York
            --on every-day --at 08:00 --zone UTC --json --ics | --json and --ics are two formats.        | --json
            --on every-day --at 08:00 --zone UTC --to 2025-01-01 | --to 2025-01-01 lies before --from 2026-01-01. | --from 2025-01-01 --to 2026-01-01
            sunday-trend --at 08:00                       | sunday-trend has schedules of its own.       | trainyard schedule sunday-trend --from 2026-01-01
            sunday-trend --market moon                    | --market moon is not a market that is known. | -
            """)
    void refuses_in_four_parts(String options, String what, String fix) {
        List<String> arguments = new ArrayList<>(List.of("schedule", "--from=2026-01-01"));
        arguments.addAll(List.of(options.split(" ")));
        Printed printed = run(arguments.toArray(String[]::new));

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.out()).isEmpty();
        List<String> lines = printed.err().lines().toList();
        assertThat(lines.get(0)).isEqualTo("trainyard: " + what);
        assertThat(lines.get(1)).matches("    why:  .+\\.");
        assertThat(lines).hasSize(fix == null ? 3 : 4).endsWith("    more: trainyard schedule --help");
        if (fix != null) {
            assertThat(lines.get(2)).isEqualTo("    fix:  " + fix);
        }
    }

    @Test
    void says_what_counts_once_and_goes_on() {
        Printed printed = year("--day SUNDAY,SUNDAY --at 08:00 --zone UTC");

        assertThat(printed.code()).isZero();
        assertThat(printed.out()).startsWith("every Sunday at 08:00 UTC\n");
        assertThat(printed.err()).startsWith("trainyard: warning: --day SUNDAY is named twice.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "+10000-01-01", "-0001-01-01", "02.01.2026", ""})
    void looks_at_years_of_four_digits(String date) {
        for (List<String> days : List.of(List.of("--from=" + date), List.of("--from=2026-01-01", "--to=" + date))) {
            List<String> arguments = new ArrayList<>(List.of("schedule", "--day=SUNDAY", "--at=08:00", "--zone=UTC"));
            arguments.addAll(days);
            Printed printed = run(arguments.toArray(String[]::new));

            assertThat(printed.code()).isEqualTo(2);
            assertThat(printed.err()).contains("'" + date + "' is not a date: write yyyy-MM-dd");
        }
    }

    @Test
    void needs_a_day_to_look_from() {
        Printed printed = run("schedule", "--day=SUNDAY", "--at=08:00", "--zone=UTC");

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.err()).contains("--from");
    }

    @Test
    void says_how_it_is_called() {
        assertThat(run("schedule", "--help").out())
                .contains("trainyard schedule NAME")
                .contains("--on-closed")
                .contains("Exit codes");
    }
}
