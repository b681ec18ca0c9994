package io.trainyard.console.store;

import io.trainyard.store.ObjectKey;
import io.trainyard.time.WallClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Unpins a version. */
@Command(
        name = "unpin",
        sortOptions = false,
        description = {"Takes back that a version is pinned: from now on it is plain history, or the current version."},
        footer = {"", "Example: trainyard store unpin sunday-trend/line 52"})
final class UnpinCommand implements Runnable {

    @Parameters(index = "0", paramLabel = "KEY", converter = Words.ToKey.class, description = "The key.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ObjectKey key;

    @Parameters(index = "1", paramLabel = "N", description = "The version.")
    private long number;

    @Mixin
    private StoreOptions options = new StoreOptions();

    private final WallClock clock;

    UnpinCommand(WallClock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        Pinning.of(options.open(clock), key, number, false).print(options);
    }
}
