package io.trainyard.console.store;

import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.Usage;
import io.trainyard.time.WallClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how full a store is. */
@Command(
        name = "usage",
        sortOptions = false,
        description = {
            "Says what the store holds, beside what it may hold.",
            "Current values and pinned history count against the quota; other history takes what they leave, and makes"
                    + " room when it is needed."
        })
final class UsageCommand implements Runnable {

    @Mixin
    private StoreOptions options = new StoreOptions();

    private final WallClock clock;

    UsageCommand(WallClock clock) {
        this.clock = clock;
    }

    /** What a store holds, and what it may hold. */
    record Fill(String store, Usage usage, Quota quota) {}

    @Override
    public void run() {
        StoreBackend store = options.open(clock);
        Usage usage = store.usage();
        Quota quota = options.quota();
        options.print(
                new Fill(options.shown(), usage, quota),
                Text.line("Store      %s\n", options.shown())
                        + Text.line(
                                "Stored     %,d of %,d bytes, %,d of %,d objects (%s)\n",
                                usage.bytes() + usage.pinnedBytes(),
                                quota.maxBytes(),
                                usage.objects(),
                                quota.maxObjects(),
                                options.quotaName())
                        + Text.line(
                                "History    %s in %s, of it %,d pinned\n",
                                Text.count(usage.historyBytes(), "byte"),
                                Text.count(usage.historyVersions(), "version"),
                                usage.pinnedBytes()));
    }
}
