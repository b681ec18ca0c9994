package io.trainyard.console.store;

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

/**
 * A store of which nobody said what it may hold: refuses a save for which history of a store with this quota might have to
 * go. The store below has no limits, so it never drops anything by itself.
 */
final class KeepingStore implements StoreBackend {

    private final StoreBackend store;
    private final Quota quota;
    private final String more;

    KeepingStore(StoreBackend store, Quota quota, String more) {
        this.store = store;
        this.quota = quota;
        this.more = more;
    }

    @Override
    public ModelVersion commit(Commit commit) {
        Usage usage = store.usage();
        long bytes = usage.bytes() + usage.historyBytes() + commit.content().length;
        int objects = usage.objects() + (store.list(commit.key()).isEmpty() ? 1 : 0);
        if (bytes > quota.maxBytes() || objects > quota.maxObjects()) {
            throw new StoreRefusal(
                    "\"" + commit.key() + "\" was not saved, and what was there stays",
                    Text.line(
                            "the store would hold %,d bytes in %,d objects with its history, and without --plan it is"
                                    + " taken for one of %s",
                            bytes, objects, quota),
                    "say the plan that the strategy runs with, such as --plan prime: then the oldest history makes room,"
                            + " as when the strategy saves",
                    more);
        }
        return store.commit(commit);
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
        return store.delete(key, numbers);
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
        return quota;
    }

    @Override
    public long sweep() {
        return store.sweep();
    }
}
