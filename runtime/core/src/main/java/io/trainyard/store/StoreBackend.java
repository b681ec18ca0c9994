package io.trainyard.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Where the bytes are: numbered versions under keys, within a quota. Every operation happens whole or not at all, may be
 * called from any thread, and never shares an array with its caller. Numbers count up within a key; the highest is the
 * current version, the others are its history, which the store may drop from its oldest end to make room (see
 * {@link Quota}).
 *
 * <p>All of them throw {@link StoreException} where the medium fails.
 */
public interface StoreBackend {

    /** Whether the key has a value. */
    boolean contains(ObjectKey key);

    /**
     * The current version, empty if there is none.
     *
     * @throws DamagedObjectException if its bytes are not those that were saved
     */
    Optional<StoredObject> newest(ObjectKey key);

    /**
     * The newest version of those that were saved at or before {@code time} and whose data, where known, had ended by
     * then; of two saved at the same time the one with the higher number. Empty if there is none.
     *
     * @throws DamagedObjectException if its bytes are not those that were saved
     */
    Optional<StoredObject> asOf(ObjectKey key, Instant time);

    /**
     * One version, empty if it was never saved, or dropped.
     *
     * @throws DamagedObjectException if its bytes are not those that were saved
     */
    Optional<StoredObject> version(ObjectKey key, long number);

    /**
     * Saves a new current version. When this returns, it is as durable as the store is; when it throws, nothing has
     * changed.
     *
     * @throws QuotaExceededException if it does not fit
     */
    ModelVersion commit(ObjectKey key, byte[] content, Birth birth);

    /** Removes the key with all its versions; false if there was nothing. */
    boolean delete(ObjectKey key);

    /**
     * Removes those versions of the key that {@link #asOf} could see at {@code time}, and no later ones; false if there
     * was none.
     */
    boolean delete(ObjectKey key, Instant time);

    /** What is there of the key, the lowest number first. */
    List<ModelVersion> versions(ObjectKey key);

    /**
     * The keys that have a value and start with {@code prefix}; all of them for the empty text. A snapshot.
     *
     * @throws IllegalArgumentException if no key can start like that
     */
    SortedSet<ObjectKey> keys(String prefix);

    /** What the store holds. */
    Usage usage();

    /** What it may hold. */
    Quota quota();
}
