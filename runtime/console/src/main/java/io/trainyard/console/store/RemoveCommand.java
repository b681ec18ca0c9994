package io.trainyard.console.store;

import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.VersionEntry;
import io.trainyard.time.WallClock;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes keys or versions. */
@Command(
        name = "rm",
        sortOptions = false,
        description = {
            "Removes a key with all its versions, some of its versions, or all keys that begin alike. Asks first.",
            "What is pinned stays: then nothing is removed. So does what is saved while the question is open."
        },
        footer = {
            "",
            "Examples:",
            "  trainyard store rm sunday-trend/line --version 51 --version 52",
            "  trainyard store rm --prefix sunday-trend/"
        })
final class RemoveCommand implements Runnable {

    private static final String MORE = "trainyard store rm --help";

    @Parameters(paramLabel = "KEY", arity = "0..1", converter = Words.ToKey.class, description = "The key.")
    private @Nullable ObjectKey key;

    @Option(names = "--prefix", paramLabel = "P", description = "In place of a key: all that begin with P.")
    private @Nullable String prefix;

    @Option(names = "--version", paramLabel = "N", description = "Only this version of the key; several may be given.")
    private List<Long> numbers = new ArrayList<>();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Mixin
    private StoreOptions options = new StoreOptions();

    private final WallClock clock;
    private final InputStream in;

    RemoveCommand(WallClock clock, InputStream in) {
        this.clock = clock;
        this.in = in;
    }

    @Override
    public void run() {
        if ((key == null) == (prefix == null)) {
            throw options.misuse("say what to remove: a key, or --prefix with the beginning of keys"
                    + (key == null ? "" : ", not both"));
        }
        if (key == null && !numbers.isEmpty()) {
            throw options.misuse("--version is for one key, and --prefix may mean several: name the key");
        }
        if ("".equals(prefix)) {
            throw options.misuse("--prefix \"\" means all that there is: name a beginning, or remove the folder");
        }
        StoreBackend store = options.open(clock);
        List<Removal> removals = key == null ? ofPrefix(store) : List.of(ofKey(store, key));
        removals.forEach(this::refusePinned);
        if (!yes) {
            new Question(options.err(), in).demand("Remove " + Removal.describe(removals) + "?", MORE);
        }
        // version by version as they were shown: what was saved since then stays
        removals.forEach(removal -> store.delete(removal.key(), removal.numbers()));
        options.print(Removal.report(removals, null), "Removed " + Removal.describe(removals) + ".\n");
    }

    private List<Removal> ofPrefix(StoreBackend store) {
        List<Removal> removals = new ArrayList<>();
        for (ObjectKey each : store.keys(String.valueOf(prefix))) {
            removals.add(new Removal(each, store.list(each)));
        }
        if (removals.isEmpty()) {
            throw new StoreRefusal(
                    "nothing was removed",
                    "no key begins with \"" + prefix + "\"",
                    "look at what is there: trainyard store ls",
                    MORE);
        }
        return removals;
    }

    private Removal ofKey(StoreBackend store, ObjectKey one) {
        StoredKey stored = StoredKey.in(store, one);
        if (numbers.isEmpty()) {
            return new Removal(one, stored.entries());
        }
        Set<Long> wanted = new LinkedHashSet<>(new TreeSet<>(numbers));
        return new Removal(one, wanted.stream().map(stored::version).toList());
    }

    private void refusePinned(Removal removal) {
        for (VersionEntry entry : removal.entries()) {
            if (entry.pinned()) {
                throw new StoreRefusal(
                        "nothing was removed",
                        "version " + entry.number() + " of \"" + removal.key()
                                + "\" is pinned, so that nothing takes it away",
                        "unpin it first: trainyard store unpin " + removal.key() + " " + entry.number(),
                        MORE);
            }
        }
    }
}
