package io.trainyard.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.store.DiskStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.training.ledger.DiskLedger;
import io.trainyard.training.ledger.LedgerEntry;
import io.trainyard.training.ledger.LedgerException;
import io.trainyard.training.ledger.RunEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Live strategies whose process is killed at any moment, and started again some market time later. The system property {@code
 * trainyard.kills} says how often: {@code mvn test -Dtest=LiveKillTest -Dtrainyard.kills=300}.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
final class LiveKillTest {

    private static final int ROUNDS = Integer.getInteger("trainyard.kills", 8);
    private static final Instant REPLAY_START = Instant.parse("2013-01-01T00:00:00Z");
    private static final Instant BESIDE_START = Instant.parse("2024-03-04T10:00:00.500Z");

    @TempDir
    Path folder;

    private final List<String[]> said = new ArrayList<>();
    private final Set<String> attempts = new HashSet<>();
    private Instant replayFrom = REPLAY_START;
    private Instant besideFrom = BESIDE_START;
    private final Map<String, String> newest = new TreeMap<>();

    @Test
    void nothing_is_lost_or_done_twice_or_for_free_when_the_process_is_killed_at_any_moment() throws Exception {
        Random random = new Random(20240304);
        for (int round = 0; round < ROUNDS; round++) {
            run(1 + random.nextInt(60), List.of());
            check(random.nextInt(4), random);
        }
        Map<String, Integer> replay = new LedgerAudit(TradingProgram.REPLAY, entries()).nothingTwice();
        Map<String, Integer> beside = new LedgerAudit(TradingProgram.BESIDE, entries()).nothingTwice();
        System.out.println(ROUNDS + " kills; replay " + new TreeMap<>(replay) + "; beside " + new TreeMap<>(beside));
        assertThat(replay).containsKeys("SUCCEEDED", "Deployed", "Refused", "Deferred");
        assertThat(beside).containsKeys("SUCCEEDED", "Deployed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before-Deployed",
                "after-Deployed",
                "before-Started",
                "after-Started",
                "before-Candidate",
                "after-Candidate",
                "before-Committed",
                "after-Committed",
                "before-Published",
                "after-Published",
                "after-Ended",
                "after-Refused",
                "after-Deferred",
                "after-Due"
            })
    void nothing_is_lost_or_done_twice_or_for_free_when_the_process_dies_at(String point) throws Exception {
        run(Integer.MAX_VALUE, List.of(point, point.endsWith("Deployed") || point.endsWith("Deferred") ? "1" : "2"));
        check(1, new Random(1));
        run(10, List.of());
        check(1, new Random(1));
    }

    @Test
    void a_second_process_is_refused_until_the_first_is_killed() throws Exception {
        Process first = start(List.of());
        try (BufferedReader out = new BufferedReader(new InputStreamReader(first.getInputStream(), UTF_8))) {
            assertThat(out.readLine()).isNotNull();

            assertThatThrownBy(() -> DiskLedger.open(folder.resolve("ledger"), InstantSource.system()))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("process " + first.pid() + " has it open")
                    .hasMessageContaining("fix:   stop that host, or give this one a folder of its own");
        } finally {
            first.destroyForcibly().waitFor();
        }
        DiskLedger.open(folder.resolve("ledger"), InstantSource.system()).close();
    }

    private Process start(List<String> halting) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx128m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("java.class.path"),
                TradingProgram.class.getName(),
                folder.toString(),
                replayFrom.toString(),
                besideFrom.toString()));
        command.addAll(halting);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Lets the process say so many lines, and kills it; or waits until it has halted by itself. */
    private void run(int lines, List<String> halting) throws IOException, InterruptedException {
        said.clear();
        Process process = start(halting);
        int read = 0;
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ", -1);
                // the last line may be cut off
                if (words[words.length - 1].equals(".")) {
                    said.add(words);
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
        if (halting.isEmpty()) {
            assertThat(read).isGreaterThanOrEqualTo(lines);
        }
    }

    private List<LedgerEntry> entries() {
        List<LedgerEntry> entries = new ArrayList<>();
        DiskLedger.read(folder.resolve("ledger"), entries::add);
        return entries;
    }

    private void check(int daysMissed, Random random) {
        try (DiskLedger ledger = DiskLedger.open(folder.resolve("ledger"), InstantSource.system())) {
            assertThat(ledger.recover().entries()).isEqualTo(entries().size());
        }
        List<LedgerEntry> entries = entries();
        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).sequence()).isEqualTo(i + 1);
        }
        for (String[] words : said) {
            if (words[0].equals("trains")) {
                assertThat(attempts.add(words[1] + " " + words[2] + " " + words[3]))
                        .as("%s trains once", List.of(words))
                        .isTrue();
            } else if (words[0].equals("restored")) {
                assertThat(words[2] + " " + words[3])
                        .as(words[1])
                        .isEqualTo(newest.getOrDefault(words[1], "0") + " whole");
            }
        }
        DiskStore store = DiskStore.open(folder.resolve("store"), TradingProgram.QUOTA);
        LedgerAudit replay = new LedgerAudit(TradingProgram.REPLAY, entries);
        LedgerAudit beside = new LedgerAudit(TradingProgram.BESIDE, entries);
        check(replay, store);
        check(beside, store);
        if (entries.stream().anyMatch(entry -> entry.event().strategy().equals(TradingProgram.REPLAY))) {
            replay.budgetIsConserved(TradingProgram.REPLAY_QUOTA, ended -> TradingProgram.FIXED_COST);
            madeUp(replay, TradingProgram.REPLAY_SCHEDULES);
        }
        if (entries.stream().anyMatch(entry -> entry.event().strategy().equals(TradingProgram.BESIDE))) {
            beside.budgetIsConserved(TradingProgram.BESIDE_QUOTA, RunEvent.Ended::took);
            madeUp(beside, TradingProgram.BESIDE_SCHEDULES);
        }
        replayFrom = later(replay.last(replayFrom), store, TradingProgram.REPLAY)
                .plus(Duration.ofHours(24L * daysMissed + random.nextInt(24)));
        besideFrom = later(beside.last(besideFrom), store, TradingProgram.BESIDE)
                .plus(Duration.ofMillis(1L + 1000L * daysMissed * daysMissed + random.nextInt(2000)));
    }

    private void check(LedgerAudit audit, DiskStore store) {
        audit.nothingTwice();
        audit.isWrittenDown(said);
        audit.nothingCommittedIsLost(store, ThreeTrainings.NAMES);
    }

    private static void madeUp(LedgerAudit audit, List<io.trainyard.schedule.Schedule> schedules) {
        for (int i = 0; i < schedules.size(); i++) {
            audit.missedOnesAreMadeUpForAsDeclared(ThreeTrainings.NAMES.get(i), schedules.get(i));
        }
    }

    /** Notes what a process that starts now has to find, and answers no earlier than all of it. */
    private Instant later(Instant last, DiskStore store, String strategy) {
        Instant latest = last;
        for (String training : ThreeTrainings.NAMES) {
            String key = strategy + "/" + training;
            for (ModelVersion version : store.versions(ObjectKey.of(key))) {
                latest = version.savedAt().isAfter(latest) ? version.savedAt() : latest;
            }
            store.head(ObjectKey.of(key)).ifPresent(head -> newest.put(key, String.valueOf(head.number())));
        }
        return latest;
    }
}
