package io.trainyard.console.store;

import io.trainyard.store.StoreArchive;
import io.trainyard.store.StoreBackend;
import io.trainyard.time.WallClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes versions into an archive. */
@Command(
        name = "export",
        sortOptions = false,
        description = {
            "Writes all versions into one file, a zip, with their numbers, times, marks and checksums.",
            "The same versions give the same bytes. A file that is there is not written over."
        },
        footer = {"", "Example: trainyard store export models.zip sunday-trend/"})
final class ExportCommand implements Runnable {

    private static final String MORE = "trainyard store export --help";

    @Parameters(index = "0", paramLabel = "FILE", description = "The file to write, or - for standard output.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String file;

    @Parameters(
            index = "1",
            paramLabel = "PREFIX",
            arity = "0..1",
            defaultValue = "",
            description = "How the keys begin. Default: all of them.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String prefix;

    @Mixin
    private StoreOptions options = new StoreOptions();

    private final WallClock clock;
    private final OutputStream out;

    ExportCommand(WallClock clock, OutputStream out) {
        this.clock = clock;
        this.out = out;
    }

    /** What was written, and to where. */
    record Exported(String file, int versions) {}

    @Override
    public void run() {
        boolean toOutput = file.equals("-");
        if (toOutput && options.json()) {
            throw options.misuse("--json would mix with the archive: name a file");
        }
        StoreBackend store = options.open(clock);
        if (store.keys(prefix).isEmpty()) {
            throw new StoreRefusal(
                    "nothing was exported",
                    prefix.isEmpty() ? "the store is empty" : "no key begins with \"" + prefix + "\"",
                    "look at what is there: trainyard store ls",
                    MORE);
        }
        if (toOutput) {
            print(store);
            return;
        }
        int versions = NewFile.write(Path.of(file), MORE, target -> StoreArchive.export(store, prefix, target));
        options.print(
                new Exported(file, versions), Text.line("Wrote %s to %s.\n", Text.count(versions, "version"), file));
    }

    private void print(StoreBackend store) {
        try {
            StoreArchive.export(store, prefix, out);
            out.flush();
        } catch (IOException e) {
            throw NewFile.failed("not all of the store was exported", e, MORE);
        }
    }
}
