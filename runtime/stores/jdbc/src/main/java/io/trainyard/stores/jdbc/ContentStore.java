package io.trainyard.stores.jdbc;

import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * A place for bytes outside the database, which keeps the versions that they belong to. A content is written once under
 * an id that nobody else has, never changed, and removed when its version is gone. The place decides nothing: what the
 * database does not know is not there.
 *
 * <p>All methods may be called from any thread, and throw {@link StoreException} where the place fails.
 */
public interface ContentStore {

    /**
     * The bytes of one version.
     *
     * @param key the key that it is saved under
     * @param id its own
     */
    record Content(ObjectKey key, UUID id) {}

    /** What is always the same for this place, and different for all others; no more than 1,000 characters. */
    String name();

    /**
     * Marks the place as the one of this project, for good: what the project does not know is removed when it is swept,
     * so nobody else may write there.
     *
     * @param project of which database whatever
     * @throws StoreException if it is marked by another one
     */
    void claim(UUID project);

    /**
     * Writes the bytes, which are durable when this returns. Where it throws, some or all of them may be there.
     *
     * @param sha256 their checksum, in lower-case hexadecimal digits
     */
    void put(Content content, byte[] bytes, String sha256);

    /** The bytes that are there, whatever happened to them; empty if there are none. The array is the caller's. */
    Optional<byte[]> get(Content content);

    /** Removes them; those that are not there are passed over. */
    void remove(Collection<Content> contents);

    /** Calls {@code each} with all that is there. */
    void list(Listing each);

    /** Where the content is, as messages say it. */
    String place(Content content);

    /** Is told what is there. */
    @FunctionalInterface
    interface Listing {

        /** A content of this many bytes. */
        void found(Content content, long size);
    }
}
