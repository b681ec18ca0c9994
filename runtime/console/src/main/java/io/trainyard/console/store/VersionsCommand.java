package io.trainyard.console.store;

import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.Versions;
import io.trainyard.store.Versions.Difference;
import io.trainyard.time.WallClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the versions of a key, or compares two of them. */
@Command(
        name = "versions",
        sortOptions = false,
        description = {
            "Lists the versions of a key with where they come from, or compares two of them.",
            "Times are in UTC: on the market clock when a version was saved and its data ended, on the wall clock when it"
                    + " was committed."
        },
        footer = {"", "Example: trainyard store versions sunday-trend/line --diff 52 53"})
final class VersionsCommand implements Runnable {

    @Parameters(paramLabel = "KEY", converter = Words.ToKey.class, description = "The key.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ObjectKey key;

    @Option(
            names = "--diff",
            paramLabel = "N",
            arity = "2",
            description = "Say in what two versions differ: the older number, then the newer one.")
    private @Nullable List<Long> diff;

    @Mixin
    private StoreOptions options = new StoreOptions();

    private final WallClock clock;

    VersionsCommand(WallClock clock) {
        this.clock = clock;
    }

    /** The versions of a key. */
    record History(String key, List<VersionReport> versions) {}

    /** In what two versions of a key differ. */
    record Comparison(String key, long from, long to, List<Difference> differences) {}

    @Override
    public void run() {
        if (diff != null && diff.size() != 2) {
            throw options.misuse("--diff compares two versions: --diff 52 53");
        }
        StoreBackend store = options.open(clock);
        StoredKey stored = StoredKey.in(store, key);
        if (diff == null) {
            List<VersionReport> versions = VersionReport.of(store, stored);
            options.print(new History(key.value(), versions), text(versions));
        } else {
            Comparison comparison = new Comparison(
                    key.value(),
                    diff.get(0),
                    diff.get(1),
                    Versions.difference(version(store, stored, diff.get(0)), version(store, stored, diff.get(1))));
            options.print(comparison, text(comparison));
        }
    }

    private static ModelVersion version(StoreBackend store, StoredKey stored, long number) {
        stored.version(number);
        // gone since it was listed: listed anew, it is not there
        return store.manifest(stored.key(), number).orElseGet(() -> {
            StoredKey.in(store, stored.key()).version(number);
            throw new IllegalStateException("version " + number + " comes and goes");
        });
    }

    private static String text(List<VersionReport> versions) {
        Table table = new Table(">version", ">bytes", "market time", "wall time", "data until", "training", "");
        for (VersionReport version : versions) {
            table.row(
                    String.valueOf(version.number()),
                    Text.line("%,d", version.size()),
                    Text.time(version.savedAt()),
                    Text.time(version.committedAt()),
                    Text.time(version.dataEnd()),
                    version.training() == null ? "-" : version.training(),
                    extras(version));
        }
        return table.toString();
    }

    /** The marks, then what only some versions have. */
    private static String extras(VersionReport version) {
        List<String> extras = new ArrayList<>();
        if (!version.marks().isEmpty()) {
            extras.add(version.marks());
        }
        if (version.run() != null) {
            extras.add("run " + version.run());
        }
        extras.addAll(pairs(version.metrics()));
        extras.addAll(pairs(version.parameters()));
        if (version.note() != null && !version.note().isEmpty()) {
            extras.add("\"" + version.note().replaceAll("\\s+", " ") + "\"");
        }
        return String.join("; ", extras);
    }

    private static List<String> pairs(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .toList();
    }

    private static String text(Comparison comparison) {
        if (comparison.differences().isEmpty()) {
            return Text.line(
                    "Versions %d and %d have the same content and come from the same.\n",
                    comparison.from(), comparison.to());
        }
        Table table = new Table("", "version " + comparison.from(), "version " + comparison.to());
        for (Difference difference : comparison.differences()) {
            table.row(difference.what(), orNone(difference.from()), orNone(difference.to()));
        }
        return table.toString();
    }

    private static String orNone(@Nullable String value) {
        return value == null ? "-" : value;
    }
}
