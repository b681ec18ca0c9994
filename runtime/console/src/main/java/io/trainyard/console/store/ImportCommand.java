package io.trainyard.console.store;

import io.trainyard.store.StoreArchive;
import io.trainyard.store.StoreArchive.Imported;
import io.trainyard.store.StoreBackend;
import io.trainyard.time.WallClock;
import java.io.IOException;
import java.io.InputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads versions from an archive. */
@Command(
        name = "import",
        sortOptions = false,
        description = {
            "Saves the versions of an exported file under their own keys and numbers.",
            "What is there already is passed over; where a number has another content, nothing more is saved. Where"
                    + " --store names a folder that is not there, or empty, a store is made."
        },
        footer = {"", "Example: trainyard store import models.zip --store /var/trainyard/live --plan prime"})
final class ImportCommand implements Runnable {

    private static final String MORE = "trainyard store import --help";

    @Parameters(paramLabel = "FILE", description = "The file to read, or - for the standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String file;

    @Mixin
    private StoreOptions options = new StoreOptions();

    private final WallClock clock;
    private final InputStream in;

    ImportCommand(WallClock clock, InputStream in) {
        this.clock = clock;
        this.in = in;
    }

    @Override
    public void run() {
        Source source = new Source(file, in);
        if (!source.isThere()) {
            throw options.misuse("there is no file " + source + ": nothing was imported");
        }
        StoreBackend store = options.openOrCreate(clock);
        try (InputStream archive = source.stream()) {
            Imported imported = StoreArchive.importInto(store, archive);
            options.print(
                    imported,
                    Text.line(
                            "Saved %s; %d were there already.\n",
                            Text.count(imported.copied(), "version"), imported.skipped()));
        } catch (IOException e) {
            throw NewFile.failed(
                    "the versions of " + source + " were not all imported; it can be imported again", e, MORE);
        }
    }
}
