package io.trainyard.stores.jdbc;

import io.trainyard.store.StoreException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** A place outside the database, as simple as can be. */
final class ContentsInMemory implements ContentStore {

    private final Map<Content, byte[]> objects = new ConcurrentHashMap<>();
    private final AtomicReference<UUID> owner = new AtomicReference<>();
    private final String name = "memory " + UUID.randomUUID();

    /** Run after bytes were put, before the one who put them goes on. */
    volatile Runnable afterPut = () -> {};

    /** Whether removals fail. */
    volatile boolean keeping;

    @Override
    public String name() {
        return name;
    }

    @Override
    public void claim(UUID project) {
        if (!owner.compareAndSet(null, project) && !project.equals(owner.get())) {
            throw new StoreException(name + " is of " + owner);
        }
    }

    @Override
    public void put(Content content, byte[] bytes, String sha256) {
        objects.put(content, bytes.clone());
        afterPut.run();
    }

    @Override
    public Optional<byte[]> get(Content content) {
        return Optional.ofNullable(objects.get(content)).map(byte[]::clone);
    }

    @Override
    public void remove(Collection<Content> contents) {
        if (keeping) {
            throw new StoreException("nothing is removed now");
        }
        contents.forEach(objects::remove);
    }

    @Override
    public void list(Listing each) {
        objects.forEach((content, bytes) -> each.found(content, bytes.length));
    }

    @Override
    public String place(Content content) {
        return name + "/" + content.key() + "/" + content.id();
    }

    Map<Content, byte[]> objects() {
        return objects;
    }
}
