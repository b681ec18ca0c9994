package io.trainyard.store;

import io.trainyard.time.WallClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One store seen through another: reads find what is in either, writes go to the upper one, and the lower one stays as it
 * is. What is deleted of the lower one is hidden, as long as this object lives. Usage and quota are those of the upper one.
 * So a backtest begins with the models that live has saved, and does not disturb it.
 *
 * <p>Where both have a version of one number, that of the upper one is seen. The upper one belongs to this object alone.
 */
public final class Overlay implements StoreBackend {

    private final StoreBackend lower;
    private final StoreBackend upper;
    private final WallClock wallClock;
    private final Map<ObjectKey, Set<Long>> hidden = new HashMap<>();

    private Overlay(StoreBackend lower, StoreBackend upper, WallClock wallClock) {
        this.lower = lower;
        this.upper = upper;
        this.wallClock = wallClock;
    }

    /** Reads from both, writes to {@code upper}. */
    public static Overlay of(StoreBackend lower, StoreBackend upper) {
        return of(lower, upper, WallClock.system());
    }

    /** The same, with commits dated by this clock. */
    public static Overlay of(StoreBackend lower, StoreBackend upper, WallClock wallClock) {
        return new Overlay(lower, upper, wallClock);
    }

    @Override
    public synchronized ModelVersion commit(Commit commit) {
        List<VersionEntry> entries = list(commit.key());
        long current = VersionReader.current(entries).map(VersionEntry::number).orElse(0L);
        long there = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).number();
        Instant now = wallClock.now();
        return upper.commit(commit.as(commit.becomes(current, there, highest(commit.key()), now)));
    }

    @Override
    public synchronized Optional<StoredObject> version(ObjectKey key, long number) {
        Optional<StoredObject> above = upper.version(key, number);
        return above.isPresent() || hides(key, number) ? above : lower.version(key, number);
    }

    @Override
    public synchronized Optional<ModelVersion> manifest(ObjectKey key, long number) {
        Optional<ModelVersion> above = upper.manifest(key, number);
        return above.isPresent() || hides(key, number) ? above : lower.manifest(key, number);
    }

    @Override
    public synchronized List<VersionEntry> list(ObjectKey key) {
        SortedMap<Long, VersionEntry> entries = new TreeMap<>();
        for (VersionEntry below : lower.list(key)) {
            if (!hides(key, below.number())) {
                entries.put(below.number(), below);
            }
        }
        upper.list(key).forEach(above -> entries.put(above.number(), above));
        return List.copyOf(entries.values());
    }

    @Override
    public synchronized SortedSet<ObjectKey> keys(String prefix) {
        SortedSet<ObjectKey> keys = new TreeSet<>(lower.keys(prefix));
        keys.addAll(upper.keys(prefix));
        keys.removeIf(key -> hidden.containsKey(key) && list(key).isEmpty());
        return keys;
    }

    @Override
    public synchronized boolean delete(ObjectKey key, Set<Long> numbers) {
        Set<Long> there = new HashSet<>();
        for (VersionEntry entry : list(key)) {
            if (numbers.contains(entry.number())) {
                if (entry.pinned()) {
                    throw new PinnedVersionException(key, entry.number());
                }
                there.add(entry.number());
            }
        }
        upper.delete(key, there);
        if (!there.isEmpty()) {
            hidden.computeIfAbsent(key, any -> new HashSet<>()).addAll(there);
        }
        return !there.isEmpty();
    }

    /**
     * Has a version of the upper store stay, or takes that back.
     *
     * @throws StoreException if the version is in the lower store
     */
    @Override
    public synchronized boolean pin(ObjectKey key, long number, boolean pinned) {
        if (upper.pin(key, number, pinned)) {
            return true;
        }
        if (manifest(key, number).isPresent()) {
            throw new StoreException(Explanation.of(
                    "version " + number + " of \"" + key + "\" was not " + (pinned ? "pinned" : "unpinned"),
                    "it is in the store below, which is only read here",
                    "pin it in that store",
                    "the javadoc of io.trainyard.store.Overlay"));
        }
        return false;
    }

    @Override
    public synchronized long highest(ObjectKey key) {
        return Math.max(lower.highest(key), upper.highest(key));
    }

    @Override
    public Usage usage() {
        return upper.usage();
    }

    @Override
    public Quota quota() {
        return upper.quota();
    }

    @Override
    public long sweep() {
        return upper.sweep();
    }

    private boolean hides(ObjectKey key, long number) {
        return hidden.getOrDefault(key, Set.of()).contains(number);
    }
}
