package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that saves from four threads is killed again and again: what it said was saved is there, and whole. The system
 * property {@code trainyard.kills} says how often.
 */
final class DiskStoreKillTest {

    private static final int ROUNDS = Integer.getInteger("trainyard.kills", 8);

    @TempDir
    Path folder;

    private final Map<String, String[]> acknowledged = new HashMap<>();
    private int full;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void no_acknowledged_save_is_lost_or_torn_when_the_process_is_killed() throws Exception {
        Random random = new Random(20131013);
        int saves = 0;
        for (int round = 0; round < ROUNDS; round++) {
            saves += killAfter(folder, 1 + random.nextInt(150), round);
            check(DiskStore.open(folder, SavingProgram.QUOTA));
        }
        assertThat(saves).isGreaterThan(ROUNDS * 20);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void a_process_that_goes_on_sees_all_that_the_killed_one_saved() throws Exception {
        DiskStore survivor = DiskStore.open(folder, SavingProgram.QUOTA);

        for (int round = 0; round < 3; round++) {
            killAfter(folder, 40, 100 + round);

            survivor.commit(ObjectKey.of("survivor"), new byte[round], Birth.at(java.time.Instant.EPOCH));
            check(survivor);
            assertThat(survivor.usage())
                    .isEqualTo(DiskStore.open(folder, SavingProgram.QUOTA).usage());
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void nor_on_a_disk_that_fills_up() throws Exception {
        Path mount = Files.createDirectory(folder.resolve("mount"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=764k", "tmpfs", mount.toString()))
                .as("this test needs the right to mount a small disk")
                .isTrue();
        try {
            Path small = mount.resolve("store");
            SavingProgram.layBallast(mount.resolve("ballast"));
            for (int round = 0; round < Math.max(3, ROUNDS / 4); round++) {
                killAfter(small, 100 + 10 * (round % 7), 1_000 + round, "full");
                DiskStore store = DiskStore.open(small, SavingProgram.TOO_MUCH);
                check(store, SavingProgram.TOO_MUCH);
                try (Stream<Path> drafts = Files.list(small.resolve("tmp"))) {
                    assertThat(drafts).allSatisfy(draft -> assertThat(draft).isEmptyFile());
                }
            }
            assertThat(full).isPositive();
        } finally {
            run("umount", mount.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private int killAfter(Path store, int lines, int seed, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                SavingProgram.class.getName(),
                store.toString(),
                String.valueOf(seed)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int read = 0;
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ", -1);
                // the last line may be cut off
                if (words[0].equals("full")) {
                    full++;
                } else if (words.length == 5 && words[4].equals(".")) {
                    acknowledged.put(words[1], words);
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
        return read;
    }

    private void check(DiskStore store) {
        check(store, SavingProgram.QUOTA);
    }

    private void check(DiskStore store, Quota quota) {
        acknowledged.forEach((name, words) -> {
            StoredObject newest = store.newest(ObjectKey.of(name)).orElseThrow();
            assertThat(newest.version().number()).isGreaterThanOrEqualTo(Long.parseLong(words[2]));
            store.version(ObjectKey.of(name), Long.parseLong(words[2]))
                    .ifPresent(saved -> assertThat(saved.version().sha256()).isEqualTo(words[3]));
        });
        for (ObjectKey key : store.keys("")) {
            List<ModelVersion> versions = store.versions(key);
            assertThat(versions)
                    .allSatisfy(version ->
                            assertThat(store.version(key, version.number())).isPresent());
        }
        Usage usage = store.usage();
        assertThat(usage).isEqualTo(StoreBackendContract.counted(store));
        assertThat(usage.bytes()).isLessThanOrEqualTo(quota.maxBytes());
        assertThat(usage.objects()).isLessThanOrEqualTo(quota.maxObjects());
        assertThat(usage.bytes() + usage.historyBytes()).isLessThanOrEqualTo(quota.maxBytes());
    }
}
