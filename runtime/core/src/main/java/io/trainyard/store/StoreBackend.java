package io.trainyard.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Where the bytes of one project are: numbered versions under keys, within a quota. Every operation happens whole or not
 * at all, may be called from any thread, and never shares an array with its caller. Numbers count up within a key, and each
 * is given once, also if its version, or the whole key, is deleted. The highest number that is no candidate is the current version; the others are its
 * history, which the store may drop from its oldest end to make room (see {@link Quota}), except for what is pinned.
 *
 * <p>A back end implements what has no body here, and what it can do faster than from these few steps.
 *
 * <p>All of them throw {@link StoreException} where the medium fails.
 */
public interface StoreBackend {

    /**
     * Saves a new version. When this returns, it is as durable as the store is; when it throws, nothing has changed.
     *
     * @throws VersionConflictException if the condition of the commit does not hold; {@link Commit#becomes} throws it
     * @throws QuotaExceededException if it does not fit
     */
    ModelVersion commit(Commit commit);

    /**
     * One version, candidate or not; empty if it was never saved, or dropped.
     *
     * @throws DamagedObjectException if its bytes are not those that were saved
     */
    Optional<StoredObject> version(ObjectKey key, long number);

    /**
     * What is known of one version, without its bytes; empty if it was never saved, or dropped.
     *
     * @throws DamagedObjectException if that is not what was saved
     */
    Optional<ModelVersion> manifest(ObjectKey key, long number);

    /** What is there of the key, damaged or not, the lowest number first. */
    List<VersionEntry> list(ObjectKey key);

    /**
     * The keys that have a version, if only a candidate, and start with {@code prefix}; all of them for the empty text. A
     * snapshot.
     *
     * @throws IllegalArgumentException if no key can start like that
     */
    SortedSet<ObjectKey> keys(String prefix);

    /**
     * Removes versions, in the order of their numbers; those that are not there are passed over. Where the medium fails in
     * between, some of the lower numbers may be gone.
     *
     * @return whether any of them was there
     * @throws PinnedVersionException if one of them is pinned; then none is removed
     */
    boolean delete(ObjectKey key, Set<Long> numbers);

    /**
     * Has a version stay until it is unpinned, or takes that back.
     *
     * @return whether the version is there
     */
    boolean pin(ObjectKey key, long number, boolean pinned);

    /** The highest number that the key ever gave, also if that version is gone; 0 if there never was one. */
    long highest(ObjectKey key);

    /** What the store holds. */
    Usage usage();

    /** What it may hold. */
    Quota quota();

    /**
     * Removes what crashes left over, and nothing else; safe while others work.
     *
     * @return how many bytes that freed
     */
    long sweep();

    /** Whether the key has a current version. */
    default boolean contains(ObjectKey key) {
        return VersionReader.current(list(key)).isPresent();
    }

    /**
     * What is known of the current version, empty if there is none. Made to be asked often: two answers are equal as long
     * as nobody saved, deleted or pinned in between.
     *
     * @throws DamagedObjectException if that is not what was saved
     */
    default Optional<ModelVersion> head(ObjectKey key) {
        return VersionReader.head(this, key);
    }

    /**
     * What is known of all versions of the key, candidates included, the lowest number first.
     *
     * @throws DamagedObjectException if that is not what was saved
     */
    default List<ModelVersion> versions(ObjectKey key) {
        return VersionReader.versions(this, key);
    }

    /**
     * The current version, empty if there is none.
     *
     * @throws DamagedObjectException if its bytes are not those that were saved, with the last good version
     */
    default Optional<StoredObject> newest(ObjectKey key) {
        return VersionReader.newest(this, key);
    }

    /**
     * The newest version of those that were saved at or before {@code time} and whose data, where known, had ended by
     * then; of two saved at the same time the one with the higher number. Empty if there is none.
     *
     * @throws DamagedObjectException if its bytes are not those that were saved, with the last good version
     */
    default Optional<StoredObject> asOf(ObjectKey key, Instant time) {
        return asOf(key, time, Duration.ZERO);
    }

    /**
     * The same, where the data, where known, had ended by {@code time} minus {@code embargo}.
     *
     * @throws DamagedObjectException if its bytes are not those that were saved, with the last good version
     * @throws IllegalArgumentException if the embargo is negative
     */
    default Optional<StoredObject> asOf(ObjectKey key, Instant time, Duration embargo) {
        return VersionReader.asOf(this, key, new AsOf(time, embargo));
    }

    /**
     * Saves a new current version, whatever is there.
     *
     * @throws QuotaExceededException if it does not fit
     */
    default ModelVersion commit(ObjectKey key, byte[] content, Birth birth) {
        return commit(Commit.of(key, content, birth));
    }

    /**
     * Removes the key with all its versions.
     *
     * @return false if there was nothing
     * @throws PinnedVersionException if one of them is pinned; then none is removed
     */
    default boolean delete(ObjectKey key) {
        return delete(key, list(key).stream().map(VersionEntry::number).collect(Collectors.toSet()));
    }

    /**
     * The part of this store whose keys begin with {@code name} and a slash, as if that were all there is: its keys are
     * without that beginning, and no key leads out of it. Usage and quota are those of this store.
     *
     * @throws IllegalArgumentException if {@code name} is no key
     */
    default StoreBackend namespace(String name) {
        return new Namespace(this, ObjectKey.of(name));
    }
}
