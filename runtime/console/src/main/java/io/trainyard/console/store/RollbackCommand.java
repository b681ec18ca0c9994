package io.trainyard.console.store;

import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.Versions;
import io.trainyard.time.WallClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the content of an older version the current one. */
@Command(
        name = "rollback",
        sortOptions = false,
        description = {
            "Saves the content of an older version as a new version, which is then the current one.",
            "No version is removed, and what backtests saw before stays true."
        },
        footer = {"", "Example: trainyard store rollback sunday-trend/line 52"})
final class RollbackCommand implements Runnable {

    @Parameters(index = "0", paramLabel = "KEY", converter = Words.ToKey.class, description = "The key.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ObjectKey key;

    @Parameters(index = "1", paramLabel = "N", description = "The version to go back to.")
    private long number;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = Words.ToInstant.class,
            description = "Market time from which on it is seen again. Default: now.")
    private @Nullable Instant at;

    @Mixin
    private StoreOptions options = new StoreOptions();

    private final WallClock clock;

    RollbackCommand(WallClock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        StoreBackend store = options.openToSave(clock);
        StoredKey stored = StoredKey.in(store, key);
        if (stored.isCurrent(stored.version(number))) {
            throw new StoreRefusal(
                    "\"" + key + "\" was not rolled back to version " + number,
                    "that is the current version already",
                    "name an older one, see: trainyard store versions " + key,
                    "trainyard store rollback --help");
        }
        ModelVersion saved = new Versions(store).rollBack(key, number, at == null ? clock.now() : at);
        options.print(
                VersionReport.of(saved, true),
                Text.line("Saved version %d of %s, with the content of version %d.\n", saved.number(), key, number));
    }
}
