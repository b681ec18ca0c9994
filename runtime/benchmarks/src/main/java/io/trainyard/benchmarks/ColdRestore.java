package io.trainyard.benchmarks;

import io.trainyard.store.DiskStore;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.Quota;
import io.trainyard.time.ManualClock;
import io.trainyard.time.Stopwatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a process that has just begun takes to restore ten fields: from a store, or, as the limit, from plain files by Jackson
 * alone. One measurement a process; prints milliseconds.
 */
final class ColdRestore {

    private ColdRestore() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Stopwatch stopwatch = Stopwatch.system();
        Duration before = stopwatch.elapsed();
        if (arguments[1].equals("store")) {
            ObjectStore store = ObjectStore.newest(
                    DiskStore.open(folder, new Quota(1 << 30, 1_000)), new ManualClock(Instant.EPOCH, ZoneOffset.UTC));
            for (int i = 0; i < StoreCost.FIELDS; i++) {
                store.readJson("strategy/field-" + i, StoreCost.Line.class);
            }
        } else {
            JsonMapper mapper = JsonMapper.builder().build();
            for (int i = 0; i < StoreCost.FIELDS; i++) {
                mapper.readValue(Files.readAllBytes(folder.resolve("field-" + i)), StoreCost.Line.class);
            }
        }
        System.out.printf(
                Locale.ROOT, "%.3f%n", stopwatch.elapsed().minus(before).toNanos() / 1e6);
    }
}
