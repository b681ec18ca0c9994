package io.trainyard.console.store;

import io.trainyard.store.ObjectKey;
import io.trainyard.store.VersionEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Versions of a key that are to go.
 *
 * @param key the key
 * @param entries the versions, the lowest number first
 */
record Removal(ObjectKey key, List<VersionEntry> entries) {

    /**
     * What went.
     *
     * @param freed bytes of what crashes had left over, null where nobody looked
     * @param versions how many versions
     * @param bytes how many bytes they had
     * @param removed which ones
     */
    record Report(@Nullable Long freed, int versions, long bytes, List<Gone> removed) {}

    /** The numbers of the versions of a key that went. */
    record Gone(String key, List<Long> versions) {}

    Set<Long> numbers() {
        return entries.stream().map(VersionEntry::number).collect(Collectors.toSet());
    }

    static Report report(List<Removal> removals, @Nullable Long freed) {
        return new Report(
                freed,
                versions(removals),
                bytes(removals),
                removals.stream()
                        .map(removal -> new Gone(
                                removal.key().value(),
                                removal.entries().stream()
                                        .map(VersionEntry::number)
                                        .toList()))
                        .toList());
    }

    /** Such as {@code 3 versions of sunday-trend/line, 177 bytes}. */
    static String describe(List<Removal> removals) {
        String of = removals.size() == 1 ? String.valueOf(removals.get(0).key()) : Text.count(removals.size(), "key");
        return Text.count(versions(removals), "version") + " of " + of + ", " + Text.count(bytes(removals), "byte");
    }

    private static int versions(List<Removal> removals) {
        return removals.stream().mapToInt(removal -> removal.entries().size()).sum();
    }

    private static long bytes(List<Removal> removals) {
        return removals.stream()
                .flatMap(removal -> removal.entries().stream())
                .mapToLong(VersionEntry::size)
                .sum();
    }
}
