package io.trainyard.console.store;

import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.VersionEntry;
import io.trainyard.time.WallClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists keys. */
@Command(
        name = "ls",
        sortOptions = false,
        description = {
            "Lists the keys: bytes and number of the current version, how many versions there are, and how long ago the"
                    + " current one was saved, by the wall clock.",
            "Marks what is damaged by its first lines; trainyard store verify reads every byte."
        })
final class ListCommand implements Runnable {

    @Parameters(
            paramLabel = "PREFIX",
            arity = "0..1",
            defaultValue = "",
            description = "How the keys begin. Default: all of them.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String prefix;

    @Mixin
    private StoreOptions options = new StoreOptions();

    private final WallClock clock;

    ListCommand(WallClock clock) {
        this.clock = clock;
    }

    /** What is listed. */
    record Listing(String store, List<Line> keys) {}

    /**
     * A key.
     *
     * @param key the key
     * @param current the number of its current version, null if it has candidates only
     * @param size bytes of the current version
     * @param versions how many versions there are, candidates included
     * @param bytes of all versions
     * @param savedAt market time at which the current version was saved, null where it is damaged
     * @param committedAt wall-clock time of that
     * @param damaged the numbers of the versions that are damaged
     */
    record Line(
            String key,
            @Nullable Long current,
            @Nullable Long size,
            int versions,
            long bytes,
            @Nullable Instant savedAt,
            @Nullable Instant committedAt,
            List<Long> damaged) {}

    @Override
    public void run() {
        StoreBackend store = options.open(clock);
        List<Line> lines = new ArrayList<>();
        for (ObjectKey key : store.keys(prefix)) {
            List<VersionEntry> entries = store.list(key);
            // else it was deleted since the keys were listed
            if (!entries.isEmpty()) {
                lines.add(line(store, new StoredKey(key, entries)));
            }
        }
        options.print(new Listing(options.shown(), lines), text(lines));
    }

    private static Line line(StoreBackend store, StoredKey key) {
        List<VersionReport> versions = VersionReport.of(store, key);
        Optional<VersionEntry> current = key.current();
        Optional<VersionReport> head =
                versions.stream().filter(VersionReport::current).findFirst();
        return new Line(
                key.key().value(),
                current.map(VersionEntry::number).orElse(null),
                current.map(VersionEntry::size).orElse(null),
                key.entries().size(),
                key.bytes(),
                head.map(VersionReport::savedAt).orElse(null),
                head.map(VersionReport::committedAt).orElse(null),
                versions.stream()
                        .filter(version -> version.damage() != null)
                        .map(VersionReport::number)
                        .toList());
    }

    private String text(List<Line> lines) {
        if (lines.isEmpty()) {
            return prefix.isEmpty() ? "The store is empty.\n" : "No key begins with \"" + prefix + "\".\n";
        }
        Instant now = clock.now();
        Table table = new Table("key", ">bytes", ">version", ">versions", ">age", "");
        for (Line line : lines) {
            table.row(
                    line.key(),
                    line.size() == null ? "-" : Text.line("%,d", line.size()),
                    line.current() == null ? "-" : String.valueOf(line.current()),
                    String.valueOf(line.versions()),
                    line.committedAt() == null ? "-" : Text.age(line.committedAt(), now),
                    marks(line));
        }
        return table.toString();
    }

    private static String marks(Line line) {
        String damaged = line.damaged().stream()
                .map(number -> number.equals(line.current()) ? number + " (current)" : String.valueOf(number))
                .collect(Collectors.joining(", "));
        return (line.current() == null ? "candidates only " : "")
                + (damaged.isEmpty() ? "" : "DAMAGED: version " + damaged);
    }
}
