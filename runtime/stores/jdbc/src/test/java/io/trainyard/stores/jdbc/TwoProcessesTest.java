package io.trainyard.stores.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreCheck;
import io.trainyard.store.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes that share a project. */
final class TwoProcessesTest {

    private final String project = TestDatabase.project();
    private TestDatabase database;
    private StoreBackend store;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create();
        store = JdbcStore.open(database.pool(), project, SharingProgram.QUOTA);
    }

    @AfterEach
    void close() throws SQLException {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void the_quota_holds_under_two_processes() throws Exception {
        List<Process> processes = List.of(start(1, 100), start(2, 100));
        List<String> said = new ArrayList<>();
        for (Process process : processes) {
            said.addAll(new String(process.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .toList());
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(said).filteredOn("done"::equals).hasSize(2);
        assertThat(said).noneMatch(line -> line.startsWith("over"));
        assertThat(said).contains("refused").anyMatch(line -> line.startsWith("saved"));
        assertThat(store.usage()).isEqualTo(counted(store));
        assertThat(StoreCheck.of(store, "").findings()).isEmpty();
    }

    @Test
    void a_process_that_is_killed_while_it_saves_loses_nothing_and_leaves_nothing() throws Exception {
        for (int seed = 0; seed < 3; seed++) {
            Process process = start(seed, 100_000);
            // somewhere within its saves
            var out = process.inputReader(UTF_8);
            for (int line = 0; line < 5 + 7 * seed; line++) {
                assertThat(out.readLine()).isNotNull();
            }
            process.destroyForcibly().waitFor();
        }

        assertThat(store.usage()).isEqualTo(counted(store));
        assertThat(StoreCheck.of(store, "").findings()).isEmpty();
        store.keys("").forEach(store::delete);
        assertThat(store.usage()).isEqualTo(new Usage(0, 0, 0, 0));
    }

    private Process start(long seed, int saves) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SharingProgram.class.getName(),
                        database.url() + "&project=" + project,
                        String.valueOf(seed),
                        String.valueOf(saves))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Usage counted(StoreBackend store) {
        long bytes = 0;
        long historyBytes = 0;
        int history = 0;
        for (ObjectKey key : store.keys("")) {
            long current = store.head(key).map(ModelVersion::number).orElse(0L);
            for (ModelVersion version : store.versions(key)) {
                boolean isCurrent = version.number() == current;
                bytes += isCurrent ? version.size() : 0;
                historyBytes += isCurrent ? 0 : version.size();
                history += isCurrent ? 0 : 1;
            }
        }
        return new Usage(bytes, store.keys("").size(), historyBytes, history);
    }
}
