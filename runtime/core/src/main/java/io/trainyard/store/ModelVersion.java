package io.trainyard.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One committed version of a stored object, and where it comes from.
 *
 * @param key the key in the object store
 * @param number counts the commits of the key, from 1
 * @param savedAt market time from which on the version can be seen; for a trained model, when its training was complete
 * @param dataEnd market time of the last data that went into it, null where nobody said
 * @param training the training that made it, null if none did
 * @param took machine time that the training took, null if none made it
 * @param size bytes
 * @param sha256 checksum of the bytes, in lower-case hexadecimal digits
 */
public record ModelVersion(
        String key,
        long number,
        Instant savedAt,
        @Nullable Instant dataEnd,
        @Nullable String training,
        @Nullable Duration took,
        long size,
        String sha256) {

    /** Market time of the last data that went into the version; empty where nobody said. */
    public Optional<Instant> lastData() {
        return Optional.ofNullable(dataEnd);
    }
}
