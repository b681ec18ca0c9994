package io.trainyard.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line over the strategies of the tests and the sample of AAPL bars. */
final class MainTest {

    @TempDir
    private Path folder;

    private record Printed(int code, String out, String err) {}

    private static Printed run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), false, arguments);
        return new Printed(code, out.toString(), err.toString());
    }

    private Printed backtest(String... more) {
        return backtestInto("models", more);
    }

    private Printed backtestInto(String store, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "backtest",
                "sunday-trend",
                "--symbol",
                "AAPL",
                "--store",
                folder.resolve(store).toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void lists_strategies_with_what_they_train_and_when() {
        Printed printed = run("strategies");

        assertThat(printed.code()).isZero();
        assertThat(printed.out())
                .contains("sunday-trend  (io.trainyard.endtoend.SundayTrend)")
                .contains("sees    [SPY daily]")
                .contains("trains  fit, once, at deployment")
                .contains("desk  (io.trainyard.endtoend.TradingDesk$Desk)");
    }

    @Test
    void lists_strategies_as_json() {
        JsonNode strategies =
                JsonMapper.shared().readTree(run("strategies", "--json").out());

        assertThat(strategies.findValuesAsString("name")).contains("desk", "sunday-trend", "what-it-saw", "fit");
    }

    @Test
    void runs_a_backtest_over_the_sample_bars() {
        Printed printed = backtest();

        assertThat(printed.code()).isZero();
        assertThat(printed.out())
                .contains("sunday-trend over SPY daily, 2013-01-02 to 2013-12-31 (America/New_York)")
                .contains("AAPL in place of SPY")
                .contains("restored  nothing yet for sunday-trend/line")
                .contains("slices    252")
                .contains("Trainings  53 trained")
                .contains("   1  Wed 2013-01-02 00:00  fit")
                .contains("  53  Sun 2013-12-29 08:00  fit")
                .contains("... 45 more, with --all")
                .contains("Sharpe ratio");
        assertThat(printed.err()).startsWith("running sunday-trend over 252 bars");
    }

    @Test
    void two_runs_from_empty_stores_print_the_same_bytes() {
        assertThat(backtestInto("one", "--json", "--all").out())
                .isEqualTo(backtestInto("other", "--json", "--all").out());
        assertThat(backtestInto("third", "--all").out())
                .isEqualTo(backtestInto("fourth", "--all").out());
    }

    @Test
    void a_second_run_with_the_cache_trains_nothing_and_prints_the_same_bytes() throws Exception {
        Path other = Files.createDirectories(folder.resolve("elsewhere"));
        List<String> out = new ArrayList<>();
        for (String expected : List.of("0 of 53", "53 of 53", "53 of 53")) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "backtest",
                            "apple",
                            "--cache",
                            "--all")
                    .directory(other.toFile())
                    .redirectError(folder.resolve("err").toFile())
                    .start();
            out.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(process.waitFor()).isZero();
            assertThat(Files.readString(folder.resolve("err"))).contains(expected + " trainings from the cache");
        }
        assertThat(out.get(0)).contains("Trainings  53 trained").isEqualTo(out.get(1)).isEqualTo(out.get(2));
        assertThat(other.resolve(".trainyard/cache/apple")).isDirectory();
        assertThat(other.resolve(".trainyard/backtests")).doesNotExist();
    }

    @Test
    void a_second_run_restores_the_model_and_says_so() {
        backtest();

        assertThat(backtest().out()).contains("restored  sunday-trend/line, version 1, trained Wed 2013-01-02 00:00");
    }

    @Test
    void prints_json_that_tells_the_same_story() {
        JsonNode report = JsonMapper.shared().readTree(backtest("--json").out());

        assertThat(report.path("strategy").asString()).isEqualTo("sunday-trend");
        assertThat(report.path("trainings").size()).isEqualTo(53);
        assertThat(report.path("trainings").path(1).path("due").asString()).isEqualTo("2013-01-06T08:00:00-05:00");
        assertThat(report.path("performance").path("startEquity").asDouble()).isEqualTo(100_000);
    }

    @Test
    void takes_days_cash_tier_and_plan() {
        JsonNode report = JsonMapper.shared()
                .readTree(backtest(
                                "--from=2013-03-01",
                                "--to=2013-03-31",
                                "--cash=5000",
                                "--tier=2048",
                                "--plan=prime",
                                "--json")
                        .out());

        assertThat(report.path("slices").asInt()).isEqualTo(20);
        assertThat(report.path("trainings").size()).isEqualTo(6);
        assertThat(report.path("quota").path("maxObjects").asInt()).isEqualTo(1_000);
        assertThat(report.path("performance").path("startEquity").asDouble()).isEqualTo(5_000);
    }

    @Test
    void runs_over_a_csv_file() throws Exception {
        Path bars = folder.resolve("bars.csv");
        Files.writeString(bars, """
                timestamp,open,high,low,close,volume
                2024-01-02,10,11,9,10.5,100
                2024-01-03,10.5,12,10,11.5,100
                2024-01-04,11.5,13,11,12.5,100
                """);

        Printed printed = run(
                "backtest",
                "sunday-trend",
                "--data",
                bars.toString(),
                "--store",
                folder.resolve("models").toString());

        assertThat(printed.err()).doesNotContain("trainyard:");
        assertThat(printed.code()).isZero();
        assertThat(printed.out()).contains("slices    3").contains("Trainings  1 trained");
    }

    @Test
    void takes_raw_prices_of_a_symbol_without_a_factor_file() throws Exception {
        Path daily = Files.createDirectories(folder.resolve("lean/equity/usa/daily"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(daily.resolve("spy.zip")))) {
            zip.putNextEntry(new ZipEntry("spy.csv"));
            zip.write("20240102 00:00,100000,110000,90000,105000,100\n".getBytes(StandardCharsets.UTF_8));
        }
        List<String> arguments = List.of(
                "backtest",
                "sunday-trend",
                "--data",
                folder.resolve("lean").toString(),
                "--store",
                folder.resolve("models").toString());

        Printed refused = run(arguments.toArray(String[]::new));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("no factor file").contains("--prices raw");

        List<String> raw = new ArrayList<>(arguments);
        raw.addAll(List.of("--prices", "raw"));
        Printed printed = run(raw.toArray(String[]::new));
        assertThat(printed.code()).isZero();
        assertThat(printed.out()).contains("raw").contains("slices    1");
    }

    @Test
    void names_the_strategies_there_are_where_one_is_misspelt() {
        Printed printed = run("backtest", "sunday-trent");

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.err()).contains("no strategy is called sunday-trent").contains("sunday-trend");
    }

    @Test
    void says_which_bars_there_are_where_some_are_missing() {
        Printed printed = run(
                "backtest", "sunday-trend", "--store", folder.resolve("models").toString());

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.err()).contains("SPY").contains("AAPL");
        assertThat(printed.out()).isEmpty();
    }

    @Test
    void refuses_what_it_does_not_understand() {
        assertThat(backtest("--tier=4096"))
                .satisfies(printed -> assertThat(printed.code()).isEqualTo(2))
                .satisfies(printed -> assertThat(printed.err()).contains("'4096' is not a tier: 512, 1024 or 2048"));
        assertThat(backtest("--from=2013-13-01"))
                .satisfies(printed -> assertThat(printed.code()).isEqualTo(2))
                .satisfies(printed -> assertThat(printed.err())
                        .contains("'2013-13-01' is not a day: yyyy-MM-dd")
                        .doesNotContain("Exception"));
        assertThat(backtest("--symbol==AAPL"))
                .satisfies(printed -> assertThat(printed.code()).isEqualTo(2))
                .satisfies(printed -> assertThat(printed.err()).contains("'=AAPL' lacks a symbol"));
        assertThat(backtest("--symbol=SPY=").err()).contains("'SPY=' lacks a symbol");
        assertThat(backtest("--prices=cooked").err()).contains("'cooked' is none of adjusted, split and raw");
        assertThat(backtest("--prices=raw"))
                .satisfies(printed -> assertThat(printed.code()).isEqualTo(2))
                .satisfies(printed -> assertThat(printed.err()).contains("--prices is for a folder in LEAN's format"));
        assertThat(backtest("--cash=-1")).satisfies(printed -> {
            assertThat(printed.code()).isEqualTo(2);
            assertThat(printed.err()).contains("cash is -1.0");
        });
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("retrain").code()).isEqualTo(2);
    }

    @Test
    void a_training_that_fails_is_listed_with_what_and_why() {
        Printed printed = run(
                "backtest", "weatherbound", "--store", folder.resolve("models").toString());

        assertThat(printed.code()).isZero();
        assertThat(printed.out())
                .contains("Trainings  0 trained, 1 failed")
                .containsPattern("fit +failed: there is no weather: the service is closed on Sundays\\n");
    }

    @Test
    void a_strategy_that_fails_ends_with_its_stack_trace_and_code_1() {
        Printed printed = run(
                "backtest",
                "stumbling",
                "--symbol=AAPL",
                "--store",
                folder.resolve("models").toString());

        assertThat(printed.code()).isEqualTo(1);
        assertThat(printed.err())
                .contains("trainyard: handler trade failed at 2013-01-02T21:00:00Z")
                .contains("java.lang.ArithmeticException: / by zero")
                .contains("at io.trainyard.endtoend.Stumbling.trade");
    }

    @Test
    void says_its_version_and_how_it_is_called() {
        assertThat(run("--version").out()).startsWith("trainyard");
        assertThat(run("backtest", "--help").out()).contains("--data").contains("Exit codes");
    }
}
