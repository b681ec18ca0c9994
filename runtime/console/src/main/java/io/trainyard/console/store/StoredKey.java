package io.trainyard.console.store;

import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.VersionEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a store holds of a key, damaged or not.
 *
 * @param key the key
 * @param entries its versions, at least one, the lowest number first
 */
record StoredKey(ObjectKey key, List<VersionEntry> entries) {

    /** The most numbers that a message lists. */
    private static final int NUMBERS = 10;

    /**
     * What is there.
     *
     * @throws StoreRefusal if that is nothing; it names the key that is most like this one
     */
    static StoredKey in(StoreBackend store, ObjectKey key) {
        List<VersionEntry> entries = store.list(key);
        if (!entries.isEmpty()) {
            return new StoredKey(key, entries);
        }
        throw new StoreRefusal(
                "there is no object \"" + key + "\"",
                "no version was saved under this key, or it was deleted",
                key.nearest(store.keys(""))
                        .map(near -> "\"" + near + "\" is there; is that the one?")
                        .orElse("take one of those that trainyard store ls lists"),
                "trainyard store ls --help");
    }

    /** The version that readers get; empty if there are candidates only. */
    Optional<VersionEntry> current() {
        return entries.stream().filter(entry -> !entry.candidate()).max(Comparator.comparingLong(VersionEntry::number));
    }

    /** Whether it is the one that readers get. */
    boolean isCurrent(VersionEntry entry) {
        return current().filter(entry::equals).isPresent();
    }

    /**
     * The version with this number.
     *
     * @throws StoreRefusal if it is not there; it says which ones are
     */
    VersionEntry version(long number) {
        return entries.stream()
                .filter(entry -> entry.number() == number)
                .findFirst()
                .orElseThrow(() -> new StoreRefusal(
                        "there is no version " + number + " of \"" + key + "\"",
                        "it was never saved, or dropped to make room",
                        "take one that is there: " + numbers(),
                        "trainyard store versions " + quoted()));
    }

    /** Bytes of all versions. */
    long bytes() {
        return entries.stream().mapToLong(VersionEntry::size).sum();
    }

    /** The key as one types it. */
    private String quoted() {
        return key.value().matches("[A-Za-z0-9/_.=+@,-]+") ? key.value() : "'" + key + "'";
    }

    private String numbers() {
        int more = Math.max(0, entries.size() - NUMBERS);
        return (more == 0 ? "" : more + " others, ")
                + entries.subList(more, entries.size()).stream()
                        .map(entry -> String.valueOf(entry.number()))
                        .collect(Collectors.joining(", "));
    }
}
