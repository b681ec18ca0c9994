package io.trainyard.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trainyard.store.Birth;
import io.trainyard.store.DiskStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/**
 * A live process: saves one version after the other, reads each back and drops what is older than the last twenty, until it
 * is told to stop. Then it says how many there were, and how many were not what it had saved.
 */
final class LiveSaver {

    static final ObjectKey KEY = ObjectKey.of("live/model");

    static final int HISTORY = 20;

    private LiveSaver() {}

    public static void main(String[] args) throws IOException {
        DiskStore store = DiskStore.open(Path.of(args[0]), new Quota(50_000_000, 100));
        Instant start = Instant.parse("2026-01-04T13:00:00Z");
        int saved = 0;
        int wrong = 0;
        store.commit(KEY, content(0), Birth.at(start));
        System.out.println("ready");
        while (System.in.available() == 0) {
            saved++;
            ModelVersion version = store.commit(KEY, content(saved), Birth.at(start.plusSeconds(saved)));
            byte[] read = store.version(KEY, version.number()).orElseThrow().content();
            store.delete(KEY, Set.of(version.number() - HISTORY));
            wrong += new String(read, UTF_8).equals(new String(content(saved), UTF_8)) ? 0 : 1;
        }
        System.out.println("saved " + (saved + 1) + " wrong " + wrong);
    }

    /** What it saves, the n-th time: a few bytes, or many. */
    static byte[] content(int n) {
        return ("model " + n + " ").repeat(1 + n % 300).getBytes(UTF_8);
    }
}
