package io.trainyard.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The part of a store whose keys begin with a name and a slash. */
final class Namespace implements StoreBackend {

    private final StoreBackend whole;
    private final String start;

    Namespace(StoreBackend whole, ObjectKey name) {
        this.whole = whole;
        this.start = name.value() + "/";
    }

    @Override
    public ModelVersion commit(Commit commit) {
        return whole.commit(commit.under(outside(commit.key()))).withKey(commit.key());
    }

    @Override
    public Optional<StoredObject> version(ObjectKey key, long number) {
        return whole.version(outside(key), number).map(object -> object.withKey(key));
    }

    @Override
    public Optional<ModelVersion> manifest(ObjectKey key, long number) {
        return whole.manifest(outside(key), number).map(version -> version.withKey(key));
    }

    @Override
    public List<VersionEntry> list(ObjectKey key) {
        return whole.list(outside(key));
    }

    @Override
    public SortedSet<ObjectKey> keys(String prefix) {
        SortedSet<ObjectKey> inside = new TreeSet<>();
        for (ObjectKey key : whole.keys(start + ObjectKey.prefix(prefix))) {
            inside.add(ObjectKey.of(key.value().substring(start.length())));
        }
        return inside;
    }

    @Override
    public boolean delete(ObjectKey key, Set<Long> numbers) {
        return whole.delete(outside(key), numbers);
    }

    @Override
    public boolean pin(ObjectKey key, long number, boolean pinned) {
        return whole.pin(outside(key), number, pinned);
    }

    @Override
    public Optional<ModelVersion> head(ObjectKey key) {
        return whole.head(outside(key)).map(version -> version.withKey(key));
    }

    @Override
    public List<ModelVersion> versions(ObjectKey key) {
        return whole.versions(outside(key)).stream()
                .map(version -> version.withKey(key))
                .toList();
    }

    @Override
    public long highest(ObjectKey key) {
        return whole.highest(outside(key));
    }

    @Override
    public Usage usage() {
        return whole.usage();
    }

    @Override
    public Quota quota() {
        return whole.quota();
    }

    @Override
    public long sweep() {
        return whole.sweep();
    }

    private ObjectKey outside(ObjectKey key) {
        return ObjectKey.of(start + key);
    }
}
