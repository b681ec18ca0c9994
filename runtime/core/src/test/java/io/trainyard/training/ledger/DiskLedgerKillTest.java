package io.trainyard.training.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that trains from four threads is killed again and again, and started again on the same ledger. How often says the
 * system property {@code trainyard.kills}.
 */
final class DiskLedgerKillTest {

    private static final int ROUNDS = Integer.getInteger("trainyard.kills", 8);

    @TempDir
    Path folder;

    private final Map<Long, String> acknowledged = new HashMap<>();
    private final Map<String, String> claimed = new HashMap<>();

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void nothing_acknowledged_is_lost_and_nothing_is_done_or_charged_twice_when_the_process_is_killed()
            throws Exception {
        Random random = new Random(20131013);
        for (int round = 0; round < ROUNDS; round++) {
            killAfter(1 + random.nextInt(150), round);
            check();
        }
        assertThat(acknowledged.size()).isGreaterThan(ROUNDS * 10);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void a_second_process_is_refused() throws Exception {
        DiskLedger ledger = DiskLedger.open(folder, InstantSource.system());
        Process second = start(0, ProcessBuilder.Redirect.PIPE);
        String refusal = new String(second.getErrorStream().readAllBytes(), UTF_8);
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(refusal)
                .contains("process " + ProcessHandle.current().pid() + " has it open")
                .contains("fix:   stop that host, or give this one a folder of its own");
        ledger.close();
        killAfter(1, 1);
    }

    private void killAfter(int lines, int seed) throws IOException, InterruptedException {
        Process process = start(seed, ProcessBuilder.Redirect.INHERIT);
        int read = 0;
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ", -1);
                // the last line may be cut off
                if (words.length == 5 && words[4].equals(".")) {
                    note(words);
                    read++;
                }
                if (read == lines) {
                    // not the process's own method, which closes the stream: what was said is to be read to its end
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(read).isGreaterThanOrEqualTo(lines);
    }

    private Process start(int seed, ProcessBuilder.Redirect errors) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrainingProgram.class.getName(),
                        folder.toString(),
                        String.valueOf(seed))
                .redirectError(errors)
                .start();
    }

    private void note(String[] words) {
        if (words[0].equals("entry")) {
            acknowledged.put(Long.parseLong(words[1]), words[2]);
        } else {
            assertThat(claimed.put(words[1] + " " + words[2], words[3]))
                    .as("an occasion that was taken before")
                    .isNull();
        }
    }

    private void check() {
        List<LedgerEntry> entries = new ArrayList<>();
        LedgerState state = new LedgerState();
        try (DiskLedger ledger = DiskLedger.open(folder, InstantSource.system(), TrainingProgram.SMALL_SEGMENTS)) {
            ledger.read(entry -> {
                entries.add(entry);
                state.apply(entry);
            });
            Recovered found = ledger.recover();
            assertThat(state.recovered(found.notes())).isEqualTo(found);
        }
        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).sequence()).isEqualTo(i + 1);
        }
        acknowledged.forEach((sequence, hash) -> assertThat(
                        EventText.write(entries.get((int) (sequence - 1))).hashCode())
                .isEqualTo(Integer.parseInt(hash)));
        nothingTwice(entries);
        budgetIsConserved(entries);
    }

    private void nothingTwice(List<LedgerEntry> entries) {
        Map<String, String> occasions = new HashMap<>();
        Set<Long> runs = new HashSet<>();
        Set<Long> ended = new HashSet<>();
        Set<Long> started = new HashSet<>();
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof RunEvent.Due due) {
                assertThat(occasions.put(due.strategy() + " " + due.due(), String.valueOf(due.run())))
                        .isNull();
                assertThat(runs.add(due.run())).isTrue();
            } else if (entry.event() instanceof RunEvent.Started run) {
                assertThat(started.add(run.run())).isTrue();
            } else if (entry.event() instanceof RunEvent.Ended run) {
                assertThat(ended.add(run.run())).isTrue();
            }
        }
        assertThat(occasions).containsAllEntriesOf(claimed);
        assertThat(started).containsAll(ended);
    }

    /** Each mark is the one before, and what the run reserved or gave back; a run that was killed gives nothing back. */
    private static void budgetIsConserved(List<LedgerEntry> entries) {
        Duration level = Duration.ZERO;
        for (LedgerEntry entry : entries) {
            BudgetMark mark = null;
            if (entry.event() instanceof RunEvent.Started started) {
                level = level.plus(TrainingProgram.RESERVED);
                mark = started.budget();
            } else if (entry.event() instanceof RunEvent.Ended ended && ended.budget() != null) {
                level = level.minus(TrainingProgram.RESERVED).plus(TrainingProgram.USED);
                mark = ended.budget();
            }
            if (mark != null) {
                assertThat(mark.level()).isEqualTo(level);
            }
        }
    }
}
