package io.trainyard.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.store.DiskStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.training.ledger.DiskLedger;
import io.trainyard.training.ledger.RunEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code trainyard live} as a whole process, over the sample of AAPL bars, and on the clock of this machine. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class LiveCommandTest {

    private static final ObjectKey LINE = ObjectKey.of("apple/line");
    private static final Quota ALL = new Quota(Long.MAX_VALUE, Integer.MAX_VALUE);
    /** The year in about ten seconds. */
    private static final String FAST = "--feed=replay:sample?speed=3000000x";

    @TempDir
    private Path folder;

    private record Printed(int code, String out, String err) {}

    private static Printed run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), false, arguments);
        return new Printed(code, out.toString(), err.toString());
    }

    private Printed live(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "live",
                "apple",
                "--store",
                folder.resolve("models").toString(),
                "--ledger",
                folder.resolve("ledgers").toString()));
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    private List<ModelVersion> versions(String store) {
        return DiskStore.open(folder.resolve(store), ALL).versions(LINE);
    }

    /** What was due, in order, each as often as it was claimed. */
    private List<String> dues(String ledger) {
        List<String> dues = new ArrayList<>();
        DiskLedger.read(folder.resolve(ledger), entry -> {
            if (entry.event() instanceof RunEvent.Due due) {
                dues.add(due.training() + " " + due.due());
            }
        });
        return dues;
    }

    @Test
    void replays_the_sample_and_comes_to_what_a_backtest_comes_to() throws IOException {
        Printed printed = live();

        assertThat(printed.err()).isEmpty();
        assertThat(printed.code()).isZero();
        assertThat(printed.out())
                .startsWith("apple live over AAPL daily (America/New_York)\n  feed      replay:sample?speed=max\n")
                .contains("Wed 2013-01-02 00:00:00  missing     apple/line: nothing is stored yet\n")
                .contains("Wed 2013-01-02 00:00:00  deployed\n")
                .contains("Wed 2013-01-02 00:00:00  training    fit#1, due Wed 2013-01-02 00:00, limit PT10M\n")
                .contains("Wed 2013-01-02 00:00:00  trained     fit#1  apple/line version 1\n")
                .contains("Wed 2013-01-02 00:00:00  ready\n")
                .contains("Sun 2013-01-06 08:00:00  trained     fit#2  apple/line version 2\n")
                .contains("Fri 2013-01-11 08:00:00  stale       apple/line version 2, trained Sun 2013-01-06 08:00, goes on"
                        + " serving\n")
                .contains("Tue 2013-05-28 16:00:00  order       #1  buy 226 AAPL\n")
                .contains("Wed 2013-05-29 09:30:00  filled      #1  buy 226 AAPL at 440.0000, fee 1.13\n")
                .endsWith("  stopped     252 slices; 53 trained, 0 failed, 0 refused; 5 orders, 5 filled\n");

        JsonNode backtest = JsonMapper.shared()
                .readTree(run("backtest", "apple", "--json", "--store", folder.resolve("backtests").toString())
                        .out());
        assertThat(backtest.path("orders").size()).isEqualTo(5);
        assertThat(backtest.path("orders").valueStream().map(order -> "at %.4f, fee %.2f"
                        .formatted(
                                order.path("fill").path("price").asDouble(),
                                order.path("fill").path("fee").asDouble())))
                .allSatisfy(fill -> assertThat(printed.out()).contains(fill));
        assertThat(versions("models/apple"))
                .extracting(ModelVersion::sha256)
                .containsExactlyElementsOf(versions("backtests/apple").stream()
                        .map(ModelVersion::sha256)
                        .toList());
    }

    @Test
    void prints_an_object_a_line() {
        List<JsonNode> lines = live("--json", "--until=2013-01-13T12:00").out()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();

        assertThat(lines.get(0).path("event").asString()).isEqualTo("starting");
        assertThat(lines)
                .extracting(line -> line.path("event").asString())
                .contains("missing", "deployed", "ready", "training", "trained", "stale")
                .last()
                .isEqualTo("stopped");
        JsonNode trained = lines.stream()
                .filter(line -> line.path("run").asString("").equals("fit#2")
                        && line.path("event").asString().equals("trained"))
                .findFirst()
                .orElseThrow();
        assertThat(trained.path("at").asString()).isEqualTo("2013-01-06T08:00:00-05:00");
        assertThat(trained.path("published").path("apple/line").asInt()).isEqualTo(2);
        assertThat(lines.get(lines.size() - 1).path("trained").asInt()).isEqualTo(3);
    }

    @Test
    void ends_when_it_is_told_to_and_a_next_process_goes_on_from_there() {
        Printed first = live("--until", "2013-06-30");
        Printed second = live();
        Printed third = live();

        assertThat(first.out()).endsWith("124 slices; 27 trained, 0 failed, 0 refused; 2 orders, 2 filled\n");
        assertThat(second.out())
                .contains("restored    apple/line version 27, trained Sun 2013-06-30 08:00, ready\n")
                .doesNotContain("2013-01")
                .contains("26 trained");
        assertThat(dues("ledgers/apple")).hasSize(53).doesNotHaveDuplicates();
        assertThat(third.code()).isEqualTo(2);
        assertThat(third.err())
                .contains("trainyard: the recording was replayed to its end before\n    why:  the ledger in ")
                .contains("    fix:  remove ")
                .contains("    more: trainyard live --help");
    }

    @Test
    void a_signal_stops_it_in_good_order_and_the_next_process_takes_over() throws Exception {
        try (LiveProcess live = LiveProcess.start(folder, "apple", FAST)) {
            live.await("trained     fit#6");
            live.terminate();
            assertThat(live.toEnd()).last().asString().contains("stopped");
            assertThat(live.errors()).isEmpty();
            assertThat(live.code()).isZero();
        }
        int before = versions(".trainyard/replays/apple").size();
        try (LiveProcess next = LiveProcess.start(folder, "apple")) {
            assertThat(next.await("restored")).contains("apple/line version " + before);
            assertThat(next.toEnd())
                    .noneMatch(line -> line.contains("fit#1,"))
                    .anyMatch(line -> line.contains("fit#53  apple/line version 53"));
            assertThat(next.code()).isZero();
        }
        assertThat(versions(".trainyard/replays/apple")).hasSize(53);
        assertThat(dues(".trainyard/ledgers/replays/apple")).hasSize(53).doesNotHaveDuplicates();
    }

    @Test
    void after_a_kill_the_next_process_takes_over() throws Exception {
        try (LiveProcess live = LiveProcess.start(folder, "apple", FAST)) {
            live.await("trained     fit#6");
            assertThat(live.kill().code()).isNotZero();
        }
        try (LiveProcess next = LiveProcess.start(folder, "apple")) {
            assertThat(next.await("restored")).contains("apple/line version ");
            assertThat(next.toEnd()).last().asString().contains("stopped");
            assertThat(next.code()).isZero();
        }
        // a run that died with its process has its turn behind it
        assertThat(versions(".trainyard/replays/apple")).hasSizeBetween(52, 53);
        assertThat(dues(".trainyard/ledgers/replays/apple")).hasSize(53).doesNotHaveDuplicates();
    }

    @Test
    void on_the_clock_of_this_machine_it_waits_for_its_feed_and_is_ready_by_itself() throws Exception {
        try (LiveProcess live =
                LiveProcess.start(folder, "apple", "--feed=ws://127.0.0.1:9/bars?token=hush", "--ready-within=PT1M")) {
            assertThat(live.await("feed")).isEqualTo("  feed      ws://127.0.0.1:9/bars");
            live.await("ready");
            live.await("feed lost");
            assertThat(live.terminate().toEnd()).last().asString().contains("stopped");
            assertThat(live.code()).isZero();
        }
        assertThat(Files.isDirectory(folder.resolve(".trainyard/live/apple"))).isTrue();
        assertThat(Files.isDirectory(folder.resolve(".trainyard/ledgers/live/apple"))).isTrue();
    }

    @Test
    void a_second_process_on_the_same_ledger_is_refused() throws Exception {
        try (LiveProcess live = LiveProcess.start(folder, "apple", "--feed=ws://127.0.0.1:9/bars")) {
            live.await("ready");
            try (LiveProcess other = LiveProcess.start(folder, "apple", "--feed=ws://127.0.0.1:9/bars")) {
                assertThat(other.code()).isEqualTo(2);
                assertThat(other.errors()).contains("why:").contains("fix:").contains("more:");
            }
        }
    }

    @Test
    void who_is_not_ready_in_time_ends_with_code_1_and_says_what_is_missing() {
        Printed printed = run(
                "live",
                "weatherbound",
                "--feed=ws://127.0.0.1:9/bars",
                "--ready-within=PT0.2S",
                "--store=" + folder.resolve("models"),
                "--ledger=" + folder.resolve("ledgers"));

        assertThat(printed.code()).isEqualTo(1);
        assertThat(printed.out()).contains("failed      fit#1  there is no weather");
        assertThat(printed.err())
                .contains("trainyard: weatherbound was not ready within PT0.2S\n    why:  no usable model in ")
                .contains("    fix:  ")
                .contains("    more: ");
    }

    @Test
    void a_strategy_that_fails_ends_with_its_stack_trace_and_code_1() {
        Printed printed = run(
                "live",
                "stumbling-apple",
                "--store=" + folder.resolve("models"),
                "--ledger=" + folder.resolve("ledgers"));

        assertThat(printed.code()).isEqualTo(1);
        assertThat(printed.out()).contains("broke down  1 slices");
        assertThat(printed.err())
                .contains("trainyard: handler trade failed at 2013-01-02T21:00:00Z")
                .contains("java.lang.ArithmeticException: / by zero");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("appel", "--lanes=1", "no strategy is called appel"),
                Arguments.of("apple", "--feed=replay:nowhere", "replay:nowhere has no bars"),
                Arguments.of("apple", "--feed=replay:sample?speed=fast", "speed \"fast\" cannot be read"),
                Arguments.of("apple", "--feed=replay:sample?speed=-1x", "speed \"-1x\" cannot be read"),
                Arguments.of("apple", "--feed=replay:sample?sped=1x", "option sped"),
                Arguments.of("apple", "--feed=carrier-pigeon:loft", "no feed for carrier-pigeon:loft"),
                Arguments.of("apple", "--feed=not an address", "is no address of a feed"),
                Arguments.of("apple", "--lanes=0", "--lanes 0 lets no training run"),
                Arguments.of("apple", "--refresh=PT0S", "PT0S is no time to wait"),
                Arguments.of("apple", "--until=2012-06-30", "there are no bars to replay"),
                Arguments.of("apple", "--store=gopher://burrow", "is no folder, and no other place that is known"),
                Arguments.of("apple", "--store=jdbc:postgresql://h/d?user=u&password=hush", "came with a password"),
                Arguments.of("sunday-trend", "--lanes=1", "no bars of SPY daily"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_it_cannot_do_is_said_in_four_parts(String strategy, String option, String what) {
        Path untouched = folder.resolve("untouched");
        List<String> arguments =
                new ArrayList<>(List.of("live", strategy, option, "--ledger=" + folder.resolve("ledgers")));
        if (!option.startsWith("--store")) {
            arguments.add("--store=" + untouched);
        }
        Printed printed = run(arguments.toArray(String[]::new));

        assertThat(printed.code()).isEqualTo(2);
        assertThat(printed.out()).isEmpty();
        assertThat(printed.err())
                .startsWith("trainyard: ")
                .contains(what)
                .contains("\n    why:  ")
                .contains("\n    fix:  ")
                .contains("\n    more: ")
                .doesNotContain("hush");
        assertThat(untouched).doesNotExist();
    }

    @Test
    void a_time_that_is_none_is_refused() {
        assertThat(live("--until=tomorrow").err()).contains("'tomorrow' is no time: write 2026-01-02T21:00:00Z");
    }
}
