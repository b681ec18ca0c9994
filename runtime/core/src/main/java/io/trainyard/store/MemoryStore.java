package io.trainyard.store;

import io.trainyard.store.Holdings.Held;
import io.trainyard.time.WallClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** A store that lives as long as its object: for tests, and for backtests that leave nothing behind. */
public final class MemoryStore implements StoreBackend {

    private final Quota quota;
    private final WallClock wallClock;
    private final Holdings holdings = new Holdings();
    private final Map<ObjectKey, Map<Long, StoredObject>> objects = new HashMap<>();
    private long commits;

    /** An empty store. */
    public MemoryStore(Quota quota) {
        this(quota, WallClock.system());
    }

    /** An empty store that dates its commits by this clock. */
    public MemoryStore(Quota quota, WallClock wallClock) {
        this.quota = quota;
        this.wallClock = wallClock;
    }

    @Override
    public synchronized ModelVersion commit(Commit commit) {
        ModelVersion version = commit.version(holdings.number(commit), wallClock.now(), null);
        List<Held> dropped = holdings.toDrop(commit, quota);
        ObjectKey key = commit.key();
        holdings.put(new Held(key, version.number(), version.size(), ++commits, version.candidate(), version.pinned()));
        objects.computeIfAbsent(key, any -> new HashMap<>())
                .put(version.number(), new StoredObject(version, commit.content(), true));
        dropped.forEach(this::remove);
        return version;
    }

    @Override
    public synchronized Optional<StoredObject> version(ObjectKey key, long number) {
        return Optional.ofNullable(objects.getOrDefault(key, Map.of()).get(number));
    }

    @Override
    public Optional<ModelVersion> manifest(ObjectKey key, long number) {
        return version(key, number).map(StoredObject::version);
    }

    @Override
    public synchronized List<VersionEntry> list(ObjectKey key) {
        return holdings.versions(key).stream().map(Held::entry).toList();
    }

    @Override
    public synchronized SortedSet<ObjectKey> keys(String prefix) {
        return holdings.keys(ObjectKey.prefix(prefix));
    }

    @Override
    public synchronized boolean delete(ObjectKey key, Set<Long> numbers) {
        List<Held> gone = holdings.toDelete(key, numbers);
        gone.forEach(this::remove);
        return !gone.isEmpty();
    }

    @Override
    public synchronized boolean pin(ObjectKey key, long number, boolean pinned) {
        Optional<Held> held = holdings.version(key, number);
        Optional<StoredObject> object = version(key, number);
        if (held.isEmpty() || object.isEmpty()) {
            return false;
        }
        holdings.put(held.get().withPinned(pinned));
        StoredObject marked = new StoredObject(
                object.get().version().withPinned(pinned), object.get().shared(), true);
        objects.computeIfAbsent(key, any -> new HashMap<>()).put(number, marked);
        return true;
    }

    @Override
    public synchronized long highest(ObjectKey key) {
        return holdings.highest(key);
    }

    @Override
    public synchronized Usage usage() {
        return holdings.usage();
    }

    @Override
    public Quota quota() {
        return quota;
    }

    /** Nothing is ever left over. */
    @Override
    public long sweep() {
        return 0;
    }

    private void remove(Held held) {
        holdings.remove(held.key(), held.number());
        Map<Long, StoredObject> versions = objects.getOrDefault(held.key(), new HashMap<>());
        versions.remove(held.number());
        if (versions.isEmpty()) {
            objects.remove(held.key());
        }
    }
}
