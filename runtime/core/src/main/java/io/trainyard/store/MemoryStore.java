package io.trainyard.store;

import io.trainyard.store.Holdings.Held;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** A store that lives as long as its object: for tests, and for backtests that leave nothing behind. */
public final class MemoryStore implements StoreBackend {

    private final Quota quota;
    private final Holdings holdings = new Holdings();
    private final Map<Held, StoredObject> objects = new HashMap<>();
    private long commits;

    /** An empty store. */
    public MemoryStore(Quota quota) {
        this.quota = quota;
    }

    @Override
    public synchronized boolean contains(ObjectKey key) {
        return holdings.contains(key);
    }

    @Override
    public synchronized Optional<StoredObject> newest(ObjectKey key) {
        return holdings.current(key).map(this::object);
    }

    @Override
    public synchronized Optional<StoredObject> asOf(ObjectKey key, Instant time) {
        return AsOf.newest(versions(key), time).flatMap(version -> version(key, version.number()));
    }

    @Override
    public synchronized Optional<StoredObject> version(ObjectKey key, long number) {
        return holdings.version(key, number).map(this::object);
    }

    @Override
    public ModelVersion commit(ObjectKey key, byte[] content, Birth birth) {
        byte[] copy = content.clone();
        String sha256 = Sha256.of(copy);
        synchronized (this) {
            List<Held> dropped = holdings.toDrop(key, copy.length, quota);
            Held held = new Held(key, holdings.nextNumber(key), copy.length, ++commits);
            ModelVersion version = birth.version(key, held.number(), copy.length, sha256);
            holdings.put(held);
            objects.put(held, new StoredObject(version, copy));
            dropped.forEach(this::remove);
            return version;
        }
    }

    @Override
    public synchronized boolean delete(ObjectKey key) {
        List<Held> versions = holdings.versions(key);
        versions.forEach(this::remove);
        return !versions.isEmpty();
    }

    @Override
    public synchronized boolean delete(ObjectKey key, Instant time) {
        List<Held> visible = holdings.versions(key).stream()
                .filter(held -> AsOf.visible(object(held).version(), time))
                .toList();
        visible.forEach(this::remove);
        return !visible.isEmpty();
    }

    @Override
    public synchronized List<ModelVersion> versions(ObjectKey key) {
        return holdings.versions(key).stream()
                .map(held -> object(held).version())
                .toList();
    }

    @Override
    public synchronized SortedSet<ObjectKey> keys(String prefix) {
        return holdings.keys(ObjectKey.prefix(prefix));
    }

    @Override
    public synchronized Usage usage() {
        return holdings.usage();
    }

    @Override
    public Quota quota() {
        return quota;
    }

    private StoredObject object(Held held) {
        StoredObject object = objects.get(held);
        if (object == null) {
            throw new IllegalStateException(held + " is on the books and has no content");
        }
        return object;
    }

    private void remove(Held held) {
        holdings.remove(held.key(), held.number());
        objects.remove(held);
    }
}
