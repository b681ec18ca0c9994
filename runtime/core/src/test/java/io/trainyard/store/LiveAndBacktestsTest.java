package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two live processes and two backtests at work in one store, with less room than they want. The system property
 * {@code trainyard.together} says for how many seconds.
 */
final class LiveAndBacktestsTest {

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("trainyard.together", 3));

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void limits_are_never_exceeded_and_nothing_is_lost() throws Exception {
        DiskStore observer = DiskStore.open(folder, SharingProgram.QUOTA);
        observer.commit(SharingProgram.COUNTER, "0".getBytes(UTF_8), Birth.at(Instant.EPOCH));
        List<Process> processes = new ArrayList<>();
        try {
            for (String role : List.of("live-1", "live-2", "backtest-1", "backtest-2")) {
                processes.add(start(role));
            }
            List<String> reports = new ArrayList<>();
            for (Process process : processes) {
                reports.add(lastLine(process));
                assertThat(process.waitFor()).isZero();
            }

            // each says how often it counted, and how often it was refused
            long counted = 0;
            long refused = 0;
            for (String report : reports) {
                String[] words = report.split(" ");
                assertThat(words).as(report).hasSize(4).startsWith("done").endsWith(".");
                counted += Long.parseLong(words[1]);
                refused += Long.parseLong(words[2]);
            }
            assertThat(counted).isGreaterThan(20);
            assertThat(refused).isPositive();
            byte[] counter =
                    observer.newest(SharingProgram.COUNTER).orElseThrow().content();
            assertThat(new String(counter, UTF_8)).isEqualTo(String.valueOf(counted));
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        assertThat(StoreCheck.of(observer, "").findings()).isEmpty();
        DiskStore reopened = DiskStore.open(folder, SharingProgram.QUOTA);
        assertThat(observer.usage()).isEqualTo(reopened.usage()).isEqualTo(StoreBackendContract.counted(reopened));
        for (ObjectKey key : reopened.keys("")) {
            assertThat(observer.versions(key)).isEqualTo(reopened.versions(key));
        }
    }

    private Process start(String role) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SharingProgram.class.getName(),
                        folder.toString(),
                        role,
                        String.valueOf(LENGTH.toMillis()))
                .redirectErrorStream(true)
                .start();
    }

    private static String lastLine(Process process) throws IOException {
        String last = "";
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = last.startsWith("wrong") ? last : line;
            }
        }
        return last;
    }
}
