package io.trainyard.console;

import static io.trainyard.console.StoreShell.LINE;
import static io.trainyard.console.StoreShell.SUNDAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.console.StoreShell.Printed;
import io.trainyard.store.Birth;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code trainyard store} on a store into which another process saves at the same time. */
final class StoreWhileLiveTest {

    private static final int ROUNDS = 5;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void commands_and_a_live_process_do_not_disturb_each_other() throws Exception {
        StoreShell shell = new StoreShell(folder.resolve("store"));
        shell.save("one", "two");
        Process live = start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(live.getInputStream(), UTF_8))) {
            assertThat(out.readLine()).isEqualTo("ready");
            for (int round = 1; round <= ROUNDS; round++) {
                lookAndChange(shell, round);
            }
            live.getOutputStream().write('\n');
            live.getOutputStream().flush();
            String[] report = out.readLine().split(" ");

            // each save of the live process succeeded, was read back, and is there
            assertThat(report).startsWith("saved").contains("wrong").endsWith("0");
            assertThat(live.waitFor()).isZero();
            assertThat(shell.numbers(LiveSaver.KEY))
                    .hasSize(Math.min(LiveSaver.HISTORY, Integer.parseInt(report[1])))
                    .endsWith(Long.parseLong(report[1]));
        } finally {
            live.destroyForcibly();
        }
        assertThat(shell.done("verify")).contains(" 0 damaged.");
        // a put and a rollback in each round, of which the put was removed
        assertThat(shell.numbers(LINE)).hasSize(2 + ROUNDS).startsWith(1L, 2L);
        assertThat(shell.current(LINE)).isEqualTo("one");
    }

    private void lookAndChange(StoreShell shell, int round) {
        assertThat(shell.done("ls"))
                .contains("live/model")
                .contains("sunday-trend/line")
                .doesNotContain("DAMAGED");
        assertThat(shell.done("versions live/model")).contains("current").doesNotContain("DAMAGED");
        assertThat(shell.done("verify")).contains(" 0 damaged.");
        assertThat(shell.run("get live/model").bytes()).asString().startsWith("model ");
        shell.done("usage");
        shell.typing("round " + round).done("put sunday-trend/line - --plan prime");
        String put = String.valueOf(shell.store().head(LINE).orElseThrow().number());
        shell.done("rollback sunday-trend/line 1 --plan prime");
        shell.done("pin sunday-trend/line 1");
        shell.done("rm sunday-trend/line --yes --version", put);
        shell.done("unpin sunday-trend/line 1");
        shell.done("gc");
        shell.done("export", folder.resolve("round-" + round + ".zip").toString());
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void a_live_strategy_takes_over_what_is_rolled_back_or_imported_and_outlives_gc_and_rm() throws Exception {
        StoreShell shell = new StoreShell(folder.resolve(".trainyard/live/apple"));
        String line = "apple/line";
        try (LiveProcess live =
                LiveProcess.start(folder, "apple", "--feed=ws://127.0.0.1:9/bars", "--refresh=PT0.1S")) {
            live.await("trained     fit#1  apple/line version 1");
            String trained = new String(shell.run("get " + line).bytes(), UTF_8);

            shell.typing(trained.replace("0.0", "7.5")).done("put apple/line - --plan free");
            live.await("refreshed   apple/line version 2");
            shell.done("rollback apple/line 1 --plan free");
            live.await("refreshed   apple/line version 3");
            Path archive = folder.resolve("models.zip");
            shell.done("export " + archive);

            assertThat(shell.done("rm apple/line --yes")).contains("Removed 3 versions");
            assertThat(shell.done("import " + archive + " --plan free")).contains("Saved 3 versions");
            assertThat(shell.done("gc --keep 1 --yes")).contains("Removed 2 versions");
            shell.typing(trained).done("put apple/line - --plan free");
            live.await("refreshed   apple/line version 4");
            assertThat(shell.done("verify")).contains("2 versions of").contains(" 0 damaged.");

            assertThat(live.terminate().toEnd()).last().asString().contains("stopped");
            assertThat(live.errors()).isEmpty();
            assertThat(live.code()).isZero();
        }
        try (LiveProcess next = LiveProcess.start(folder, "apple", "--feed=ws://127.0.0.1:9/bars")) {
            assertThat(next.await("restored")).contains("apple/line version 4");
        }
    }

    @Test
    void what_is_saved_while_the_question_is_open_stays() {
        StoreShell shell = new StoreShell(folder.resolve("store"));
        shell.save("one", "two");

        Printed printed = shell.whenAsked(
                "y\n",
                () -> shell.store().commit(LINE, "three".getBytes(UTF_8), Birth.at(SUNDAY)),
                "rm sunday-trend/line");

        assertThat(printed.out()).isEqualTo("Removed 2 versions of sunday-trend/line, 6 bytes.\n");
        assertThat(shell.numbers(LINE)).containsExactly(3L);
        assertThat(shell.current(LINE)).isEqualTo("three");
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LiveSaver.class.getName(),
                        folder.resolve("store").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
