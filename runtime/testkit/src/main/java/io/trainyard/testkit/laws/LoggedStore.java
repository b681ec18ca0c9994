package io.trainyard.testkit.laws;

import io.trainyard.store.Commit;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoredObject;
import io.trainyard.store.Usage;
import io.trainyard.store.VersionEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;

/** A store that tells of what is committed to it and deleted from it, after it is done. */
final class LoggedStore implements StoreBackend {

    private final StoreBackend store;
    private final Consumer<Commit> committed;
    private final Consumer<Deletion> deleted;

    LoggedStore(StoreBackend store, Consumer<Commit> committed, Consumer<Deletion> deleted) {
        this.store = store;
        this.committed = committed;
        this.deleted = deleted;
    }

    @Override
    public ModelVersion commit(Commit commit) {
        ModelVersion version = store.commit(commit);
        committed.accept(commit);
        return version;
    }

    @Override
    public Optional<StoredObject> version(ObjectKey key, long number) {
        return store.version(key, number);
    }

    @Override
    public Optional<ModelVersion> manifest(ObjectKey key, long number) {
        return store.manifest(key, number);
    }

    @Override
    public List<VersionEntry> list(ObjectKey key) {
        return store.list(key);
    }

    @Override
    public SortedSet<ObjectKey> keys(String prefix) {
        return store.keys(prefix);
    }

    @Override
    public boolean delete(ObjectKey key, Set<Long> numbers) {
        boolean any = store.delete(key, numbers);
        deleted.accept(new Deletion(key, Set.copyOf(numbers)));
        return any;
    }

    @Override
    public boolean pin(ObjectKey key, long number, boolean pinned) {
        return store.pin(key, number, pinned);
    }

    @Override
    public long highest(ObjectKey key) {
        return store.highest(key);
    }

    @Override
    public Usage usage() {
        return store.usage();
    }

    @Override
    public Quota quota() {
        return store.quota();
    }

    @Override
    public long sweep() {
        return store.sweep();
    }

    /**
     * Versions that were removed.
     *
     * @param key the key
     * @param numbers their numbers
     */
    record Deletion(ObjectKey key, Set<Long> numbers) {}
}
