package io.trainyard.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One committed version of a stored object, and where it comes from.
 *
 * @param key the key in the object store
 * @param number counts the commits of the key, from 1; never given again, also if the version or the key is deleted
 * @param birth what the saver knew: market time, data, training, parameters, metrics
 * @param committedAt wall-clock time of the commit
 * @param candidate whether it was kept, but not published: it never becomes current, and no moment of the market sees it
 * @param pinned whether it stays until it is unpinned
 * @param size bytes
 * @param sha256 checksum of the bytes, in lower-case hexadecimal digits
 */
public record ModelVersion(
        String key,
        long number,
        Birth birth,
        Instant committedAt,
        boolean candidate,
        boolean pinned,
        long size,
        String sha256) {

    /** Market time from which on the version can be seen. */
    public Instant savedAt() {
        return birth.savedAt();
    }

    /** Market time of the last data that went into the version; null where nobody said. */
    public @Nullable Instant dataEnd() {
        return birth.dataEnd();
    }

    /** Market time of the last data that went into the version; empty where nobody said. */
    public Optional<Instant> lastData() {
        return Optional.ofNullable(birth.dataEnd());
    }

    /** The training that made it, null if none did. */
    public @Nullable String training() {
        return birth.trainedBy() == null ? null : birth.trainedBy().training();
    }

    /** Machine time that the training took, null if none made it. */
    public @Nullable Duration took() {
        return birth.trainedBy() == null ? null : birth.trainedBy().took();
    }

    /** The same, pinned or not; for back ends. */
    public ModelVersion withPinned(boolean pin) {
        return pin == pinned ? this : new ModelVersion(key, number, birth, committedAt, candidate, pin, size, sha256);
    }

    /** The same under another key; for back ends that show a part of another one. */
    public ModelVersion withKey(ObjectKey other) {
        return new ModelVersion(other.value(), number, birth, committedAt, candidate, pinned, size, sha256);
    }
}
