package io.trainyard.store;

import java.util.Locale;

/**
 * What a store holds.
 *
 * @param bytes of the current values, without names and manifests
 * @param objects keys that have a value
 * @param historyBytes bytes of the versions that are no longer current
 * @param historyVersions how many those are
 */
public record Usage(long bytes, int objects, long historyBytes, int historyVersions) {

    /** For example {@code 1,204 bytes in 3 objects, 800 bytes of history in 2 versions}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d bytes in %,d objects, %,d bytes of history in %,d versions",
                bytes,
                objects,
                historyBytes,
                historyVersions);
    }
}
