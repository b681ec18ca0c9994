package io.trainyard.console.store;

import io.trainyard.store.ObjectKey;
import io.trainyard.time.WallClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Pins a version. */
@Command(
        name = "pin",
        sortOptions = false,
        description = {
            "Has a version stay: neither room for newer ones, nor retention, nor rm takes it away until it is unpinned.",
            "Pinned history counts against the quota like a current value."
        },
        footer = {"", "Example: trainyard store pin sunday-trend/line 52"})
final class PinCommand implements Runnable {

    @Parameters(index = "0", paramLabel = "KEY", converter = Words.ToKey.class, description = "The key.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ObjectKey key;

    @Parameters(index = "1", paramLabel = "N", description = "The version.")
    private long number;

    @Mixin
    private StoreOptions options = new StoreOptions();

    private final WallClock clock;

    PinCommand(WallClock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        Pinning.of(options.open(clock), key, number, true).print(options);
    }
}
