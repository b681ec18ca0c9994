package io.trainyard.console.store;

import io.trainyard.store.FileTree;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoredObject;
import io.trainyard.time.WallClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a version. */
@Command(
        name = "get",
        sortOptions = false,
        description = {
            "Prints the bytes of a version, or writes them to a file; a model of several files becomes a folder.",
            "The bytes are verified first: what is damaged is not printed. Nothing that is there is written over."
        },
        footer = {
            "",
            "Examples:",
            "  trainyard store get sunday-trend/line > line.json",
            "  trainyard store get sunday-trend/line --as-of 2013-06-30T20:00:00Z -o line.json"
        })
final class GetCommand implements Runnable {

    private static final String MORE = "trainyard store get --help";

    @Parameters(paramLabel = "KEY", converter = Words.ToKey.class, description = "The key.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ObjectKey key;

    @Option(
            names = "--version",
            paramLabel = "N",
            description = "This version, candidate or not. Default: the current one.")
    private @Nullable Long number;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = Words.ToInstant.class,
            description = "The version that a backtest sees at this market time, such as 2026-01-04T13:00:00Z.")
    private @Nullable Instant asOf;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description = "The file to write, or the folder of a model of several files. Default: standard output.")
    private @Nullable Path output;

    @Mixin
    private StoreOptions options = new StoreOptions();

    private final WallClock clock;
    private final OutputStream out;

    GetCommand(WallClock clock, OutputStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public void run() {
        if (number != null && asOf != null) {
            throw options.misuse("--version and --as-of each name a version: give one of them");
        }
        if (options.json() && output == null) {
            throw options.misuse("--json would mix with the bytes: say where they go, -o PATH");
        }
        StoreBackend store = options.open(clock);
        StoredKey stored = StoredKey.in(store, key);
        StoredObject object = read(store, stored);
        if (FileTree.CODEC.equals(object.version().birth().codec())) {
            writeFolder(object);
        } else if (output == null) {
            print(object);
        } else {
            NewFile.write(output, MORE, target -> {
                target.write(object.content());
                return object;
            });
        }
        if (output != null) {
            boolean current = stored.current()
                    .filter(entry -> entry.number() == object.version().number())
                    .isPresent();
            VersionReport report = VersionReport.of(object.version(), current);
            options.print(
                    report,
                    Text.line(
                            "Wrote version %d of %s, %s, to %s.\n",
                            report.number(), key, Text.count(report.size(), "byte"), output));
        }
    }

    private StoredObject read(StoreBackend store, StoredKey stored) {
        if (number != null) {
            long listed = stored.version(number).number();
            return store.version(key, listed).orElseThrow(() -> gone(listed));
        }
        Instant time = asOf;
        if (time != null) {
            return store.asOf(key, time).orElseThrow(() -> notYet(store, time));
        }
        return store.newest(key)
                .orElseThrow(() -> new StoreRefusal(
                        "\"" + key + "\" has no current version",
                        "it has candidates only, which were never published",
                        "name one: --version "
                                + stored.entries()
                                        .get(stored.entries().size() - 1)
                                        .number(),
                        "trainyard store versions --help"));
    }

    private StoreRefusal gone(long listed) {
        return new StoreRefusal(
                "version " + listed + " of \"" + key + "\" went while it was to be read",
                "somebody deleted it, or it made room for a newer one",
                "look at what is there: trainyard store versions " + key,
                MORE);
    }

    private StoreRefusal notYet(StoreBackend store, Instant time) {
        Optional<Instant> first = store.versions(key).stream()
                .filter(version -> !version.candidate())
                .map(ModelVersion::savedAt)
                .min(Instant::compareTo);
        return new StoreRefusal(
                "at " + time + " nobody could see a version of \"" + key + "\"",
                first.map(saved ->
                                "the first one was saved at " + saved + " on the market clock, or its data ended later")
                        .orElse("it has candidates only, which were never published"),
                "name a later time, or a version by its number: --version N",
                MORE);
    }

    private void writeFolder(StoredObject object) {
        if (output == null) {
            throw options.misuse("version " + object.version().number() + " of \"" + key
                    + "\" is a model of several files: say into which folder, -o FOLDER");
        }
        try {
            FileTree.parse(object.content()).writeTo(output);
        } catch (IOException e) {
            throw NewFile.failed("not all of \"" + key + "\" was written to " + output, e, MORE);
        }
    }

    private void print(StoredObject object) {
        try {
            out.write(object.content());
            out.flush();
        } catch (IOException e) {
            throw NewFile.failed("not all of \"" + key + "\" was printed", e, MORE);
        }
    }
}
