package io.trainyard.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a value that is about to be committed comes from.
 *
 * @param savedAt market time from which on it can be seen
 * @param dataEnd market time of the last data that went into it, null where nobody says
 * @param training the training that made it, null if none did
 * @param took machine time that the training took, null if none made it
 */
public record Birth(
        Instant savedAt,
        @Nullable Instant dataEnd,
        @Nullable String training,
        @Nullable Duration took) {

    /** Saved by hand at this market time: no training, no known data. */
    public static Birth at(Instant savedAt) {
        return new Birth(savedAt, null, null, null);
    }

    ModelVersion version(ObjectKey key, long number, long size, String sha256) {
        return new ModelVersion(key.value(), number, savedAt, dataEnd, training, took, size, sha256);
    }
}
