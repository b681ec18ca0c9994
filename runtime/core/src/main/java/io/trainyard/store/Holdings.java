package io.trainyard.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
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
    record Held(ObjectKey key, long number, long size, long order, boolean candidate, boolean pinned) {

        VersionEntry entry() {
            return new VersionEntry(number, size, candidate, pinned);
        }

        Held withPinned(boolean pin) {
            return new Held(key, number, size, order, candidate, pin);
        }
    }

    private static final Comparator<Held> OLDEST_FIRST =
            Comparator.comparingLong(Held::order).thenComparing(Held::key).thenComparingLong(Held::number);

    private final NavigableMap<String, NavigableMap<Long, Held>> byKey = new TreeMap<>();
    private final Map<String, Held> current = new HashMap<>();
    private final TreeSet<Held> history = new TreeSet<>(OLDEST_FIRST);
    private final Map<String, Long> gone = new HashMap<>();
    private long currentBytes;
    private long historyBytes;
    private long pinnedBytes;

    /** Enters a version; one with the same number is replaced. */
    void put(Held held) {
        remove(held.key(), held.number());
        byKey.computeIfAbsent(held.key().value(), key -> new TreeMap<>()).put(held.number(), held);
        if (gone.getOrDefault(held.key().value(), Long.MAX_VALUE) <= held.number()) {
            gone.remove(held.key().value());
        }
        Held before = current.get(held.key().value());
        if (held.candidate() || (before != null && before.number() > held.number())) {
            age(held);
            return;
        }
        if (before != null) {
            currentBytes -= before.size();
            age(before);
        }
        current.put(held.key().value(), held);
        currentBytes += held.size();
    }

    /** Enters that the key gave this number, though its version is gone: it is never given again. */
    void gave(ObjectKey key, long number) {
        if (number > highest(key)) {
            gone.put(key.value(), number);
        }
    }

    void remove(ObjectKey key, long number) {
        long highest = highest(key);
        NavigableMap<Long, Held> versions = byKey.get(key.value());
        Held removed = versions == null ? null : versions.remove(number);
        if (versions == null || removed == null) {
            return;
        }
        if (versions.isEmpty()) {
            byKey.remove(key.value());
        }
        gave(key, highest);
        if (rejuvenate(removed)) {
            return;
        }
        currentBytes -= removed.size();
        current.remove(key.value());
        for (Held next : versions.descendingMap().values()) {
            if (!next.candidate()) {
                rejuvenate(next);
                current.put(key.value(), next);
                currentBytes += next.size();
                return;
            }
        }
    }

    /** Makes {@code found} all that there is of the key. */
    void replace(ObjectKey key, Collection<Held> found) {
        versions(key).forEach(held -> remove(key, held.number()));
        found.forEach(this::put);
    }

    void clear() {
        gone.clear();
        byKey.clear();
        current.clear();
        history.clear();
        currentBytes = 0;
        historyBytes = 0;
        pinnedBytes = 0;
    }

    /** The version with the highest number that is no candidate. */
    Optional<Held> current(ObjectKey key) {
        return Optional.ofNullable(current.get(key.value()));
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

    /**
     * Those of the numbers that are there, the lowest first.
     *
     * @throws PinnedVersionException if one of them is pinned
     */
    List<Held> toDelete(ObjectKey key, Set<Long> numbers) {
        List<Held> gone = versions(key).stream()
                .filter(held -> numbers.contains(held.number()))
                .toList();
        for (Held held : gone) {
            if (held.pinned()) {
                throw new PinnedVersionException(key, held.number());
            }
        }
        return gone;
    }

    /** The highest number that the key gave, candidates and what is gone included; 0 if there was none. */
    long highest(ObjectKey key) {
        return Math.max(highestThere(key), gone.getOrDefault(key.value(), 0L));
    }

    /** The highest number of the versions that are there, candidates included; 0 if there is none. */
    long highestThere(ObjectKey key) {
        NavigableMap<Long, Held> versions = byKey.get(key.value());
        return versions == null ? 0 : versions.lastKey();
    }

    /** The number that the commit gets, if its condition holds. */
    long number(Commit commit) {
        long current = current(commit.key()).map(Held::number).orElse(0L);
        return commit.number(current, highestThere(commit.key()), highest(commit.key()));
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
        return new Usage(currentBytes, byKey.size(), historyBytes, history.size(), pinnedBytes);
    }

    /**
     * Which versions must go when this one is added. A store that is over its quota already, because the quota was
     * lowered, takes what makes it no fuller.
     *
     * @throws QuotaExceededException if it does not fit even without any history that may go
     */
    List<Held> toDrop(Commit commit, Quota quota) {
        @Nullable Held before = current(commit.key()).orElse(null);
        @Nullable Held replaced = commit.candidate() ? null : before;
        long size = commit.content().length;
        long stays = currentBytes + pinnedBytes;
        long added = size - (replaced == null || replaced.pinned() ? 0 : replaced.size());
        boolean tooMany = !byKey.containsKey(commit.key().value()) && byKey.size() >= quota.maxObjects();
        boolean tooLarge = stays + added > quota.maxBytes() && added > 0;
        if (tooMany || tooLarge) {
            throw new QuotaExceededException(commit, before == null ? -1 : before.size(), quota, usage());
        }
        long over = currentBytes + historyBytes + size - Math.max(quota.maxBytes(), stays + added);
        return oldest(over, replaced);
    }

    /**
     * What of the history is too much, the oldest first: what a writer that died did not get to drop, or one that is at work
     * has still to drop.
     */
    List<Held> excess(Quota quota) {
        return oldest(currentBytes + historyBytes - Math.max(quota.maxBytes(), currentBytes + pinnedBytes), null);
    }

    /** The oldest history that is not pinned, of so many bytes or more; with what is about to become history. */
    private List<Held> oldest(long bytes, @Nullable Held aging) {
        List<Held> oldest = new ArrayList<>();
        long left = bytes;
        Iterator<Held> inOrder = history.iterator();
        Held next = inOrder.hasNext() ? inOrder.next() : null;
        Held waiting = aging;
        while (left > 0 && (next != null || waiting != null)) {
            Held old = next;
            if (next == null || (waiting != null && OLDEST_FIRST.compare(waiting, next) < 0)) {
                old = waiting;
                waiting = null;
            } else {
                next = inOrder.hasNext() ? inOrder.next() : null;
            }
            if (old != null && !old.pinned()) {
                oldest.add(old);
                left -= old.size();
            }
        }
        return oldest;
    }

    private void age(Held held) {
        history.add(held);
        historyBytes += held.size();
        pinnedBytes += held.pinned() ? held.size() : 0;
    }

    private boolean rejuvenate(Held held) {
        boolean removed = history.remove(held);
        if (removed) {
            historyBytes -= held.size();
            pinnedBytes -= held.pinned() ? held.size() : 0;
        }
        return removed;
    }
}
