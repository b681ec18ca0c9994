package io.trainyard.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The books of a store: which versions there are, which of them are current, what they weigh, and what must go to make
 * room. Knows no content and no files. Not thread-safe. Every step takes logarithmic time.
 */
final class Holdings {

    /**
     * A version on the books.
     *
     * @param order a higher one was committed later, whatever the key
     */
    record Held(ObjectKey key, long number, long size, long order) {}

    private static final Comparator<Held> OLDEST_FIRST =
            Comparator.comparingLong(Held::order).thenComparing(Held::key).thenComparingLong(Held::number);

    private final NavigableMap<String, NavigableMap<Long, Held>> byKey = new TreeMap<>();
    private final TreeSet<Held> history = new TreeSet<>(OLDEST_FIRST);
    private long currentBytes;
    private long historyBytes;

    /** Enters a version; one with the same number is replaced. */
    void put(Held held) {
        remove(held.key(), held.number());
        NavigableMap<Long, Held> versions = byKey.computeIfAbsent(held.key().value(), key -> new TreeMap<>());
        Map.Entry<Long, Held> before = versions.lastEntry();
        versions.put(held.number(), held);
        if (before == null) {
            currentBytes += held.size();
        } else if (before.getKey() < held.number()) {
            currentBytes += held.size() - before.getValue().size();
            age(before.getValue());
        } else {
            age(held);
        }
    }

    void remove(ObjectKey key, long number) {
        NavigableMap<Long, Held> versions = byKey.get(key.value());
        Held gone = versions == null ? null : versions.remove(number);
        if (versions == null || gone == null) {
            return;
        }
        if (history.remove(gone)) {
            historyBytes -= gone.size();
            return;
        }
        currentBytes -= gone.size();
        Map.Entry<Long, Held> next = versions.lastEntry();
        if (next == null) {
            byKey.remove(key.value());
        } else {
            history.remove(next.getValue());
            historyBytes -= next.getValue().size();
            currentBytes += next.getValue().size();
        }
    }

    /** Makes {@code found} all that there is of the key. */
    void replace(ObjectKey key, Collection<Held> found) {
        versions(key).forEach(held -> remove(key, held.number()));
        found.forEach(this::put);
    }

    void clear() {
        byKey.clear();
        history.clear();
        currentBytes = 0;
        historyBytes = 0;
    }

    boolean contains(ObjectKey key) {
        return byKey.containsKey(key.value());
    }

    Optional<Held> current(ObjectKey key) {
        NavigableMap<Long, Held> versions = byKey.get(key.value());
        return versions == null
                ? Optional.empty()
                : Optional.of(versions.lastEntry().getValue());
    }

    Optional<Held> version(ObjectKey key, long number) {
        NavigableMap<Long, Held> versions = byKey.get(key.value());
        return versions == null ? Optional.empty() : Optional.ofNullable(versions.get(number));
    }

    /** The lowest number first. */
    List<Held> versions(ObjectKey key) {
        NavigableMap<Long, Held> versions = byKey.get(key.value());
        return versions == null ? List.of() : List.copyOf(versions.values());
    }

    long nextNumber(ObjectKey key) {
        return current(key).map(Held::number).orElse(0L) + 1;
    }

    SortedSet<ObjectKey> keys(String prefix) {
        SortedSet<ObjectKey> keys = new TreeSet<>();
        for (NavigableMap<Long, Held> versions : byKey.tailMap(prefix, true).values()) {
            ObjectKey key = versions.lastEntry().getValue().key();
            if (!key.value().startsWith(prefix)) {
                break;
            }
            keys.add(key);
        }
        return keys;
    }

    Usage usage() {
        return new Usage(currentBytes, byKey.size(), historyBytes, history.size());
    }

    /**
     * Which versions must go when a value of this size becomes the current one. A store that is over its quota already,
     * because the quota was lowered, takes what makes it no fuller.
     *
     * @throws QuotaExceededException if it does not fit even without any history
     */
    List<Held> toDrop(ObjectKey key, long size, Quota quota) {
        @Nullable Held replaced = current(key).orElse(null);
        long after = currentBytes + size - (replaced == null ? 0 : replaced.size());
        boolean tooMany = replaced == null && byKey.size() >= quota.maxObjects();
        boolean tooLarge = after > quota.maxBytes() && after > currentBytes;
        if (tooMany || tooLarge) {
            throw new QuotaExceededException(key, size, replaced == null ? -1 : replaced.size(), quota, usage());
        }
        List<Held> dropped = new ArrayList<>();
        long over = historyBytes + (replaced == null ? 0 : replaced.size()) - Math.max(0, quota.maxBytes() - after);
        for (Held oldest : history) {
            if (over <= 0) {
                return dropped;
            }
            dropped.add(oldest);
            over -= oldest.size();
        }
        if (over > 0 && replaced != null) {
            dropped.add(replaced);
        }
        return dropped;
    }

    private void age(Held held) {
        history.add(held);
        historyBytes += held.size();
    }
}
