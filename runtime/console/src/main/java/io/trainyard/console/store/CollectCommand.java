package io.trainyard.console.store;

import io.trainyard.store.ObjectKey;
import io.trainyard.store.Retention;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.VersionEntry;
import io.trainyard.store.Versions;
import io.trainyard.time.WallClock;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes what is not needed. */
@Command(
        name = "gc",
        sortOptions = false,
        description = {
            "Removes what crashes left over. With --keep or --older-than also history that is no longer needed; asks"
                    + " before that.",
            "Current and pinned versions always stay."
        },
        footer = {
            "",
            "Examples:",
            "  trainyard store gc",
            "  trainyard store gc sunday-trend/ --keep 10 --older-than P30D"
        })
final class CollectCommand implements Runnable {

    @Parameters(
            paramLabel = "PREFIX",
            arity = "0..1",
            defaultValue = "",
            description = "The history of which keys: how they begin. Default: all of them.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String prefix;

    @Option(names = "--keep", paramLabel = "N", description = "Keep the N newest versions of each key.")
    private @Nullable Integer keep;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            converter = Words.ToAge.class,
            description = "Keep what was saved at most so long ago on the market clock, such as P30D. With --keep: a"
                    + " version goes only if neither of them keeps it.")
    private @Nullable Duration olderThan;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = Words.ToInstant.class,
            description = "The market time from which --older-than counts back. Default: now.")
    private @Nullable Instant at;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Mixin
    private StoreOptions options = new StoreOptions();

    private final WallClock clock;
    private final InputStream in;

    CollectCommand(WallClock clock, InputStream in) {
        this.clock = clock;
        this.in = in;
    }

    @Override
    public void run() {
        if (keep != null && keep < 0) {
            throw options.misuse("--keep " + keep + " is negative: say how many versions stay, such as --keep 10");
        }
        if (at != null && olderThan == null) {
            throw options.misuse("--at is where --older-than counts back from: give both");
        }
        StoreBackend store = options.open(clock);
        List<Removal> removals = removals(store);
        if (!removals.isEmpty() && !yes) {
            new Question(options.err(), in)
                    .demand("Remove " + Removal.describe(removals) + "?", "trainyard store gc --help");
        }
        removals.forEach(removal -> store.delete(removal.key(), removal.numbers()));
        long freed = store.sweep();
        options.print(
                Removal.report(removals, freed),
                (removals.isEmpty() ? "" : "Removed " + Removal.describe(removals) + ".\n") + "Crashes had left over "
                        + Text.count(freed, "byte") + (freed == 0 ? ".\n" : ", now removed.\n"));
    }

    private List<Removal> removals(StoreBackend store) {
        if (keep == null && olderThan == null) {
            return List.of();
        }
        Instant now = at == null ? clock.now() : at;
        Versions versions = new Versions(store);
        List<Removal> removals = new ArrayList<>();
        for (ObjectKey key : store.keys(prefix)) {
            List<VersionEntry> gone = new ArrayList<>(store.list(key));
            if (keep != null) {
                Set<Long> excess = versions.excess(key, Retention.ofVersions(keep), now);
                gone.removeIf(entry -> !excess.contains(entry.number()));
            }
            if (olderThan != null) {
                Set<Long> excess = versions.excess(key, Retention.ofAge(olderThan), now);
                gone.removeIf(entry -> !excess.contains(entry.number()));
            }
            if (!gone.isEmpty()) {
                removals.add(new Removal(key, List.copyOf(gone)));
            }
        }
        return removals;
    }
}
