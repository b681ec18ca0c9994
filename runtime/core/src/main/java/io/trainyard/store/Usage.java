package io.trainyard.store;

import java.util.Locale;

/**
 * What a store holds.
 *
 * @param bytes of the current values, without names and manifests
 * @param objects keys that have a version, if only a candidate
 * @param historyBytes bytes of the versions that are not current, candidates included
 * @param historyVersions how many those are
 * @param pinnedBytes how many bytes of history are pinned, so that they do not make room for others
 */
public record Usage(long bytes, int objects, long historyBytes, int historyVersions, long pinnedBytes) {

    /** With nothing pinned. */
    public Usage(long bytes, int objects, long historyBytes, int historyVersions) {
        this(bytes, objects, historyBytes, historyVersions, 0);
    }

    /** For example {@code 1,204 bytes in 3 objects, 800 bytes of history in 2 versions}. */
    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "%,d bytes in %,d objects, %,d bytes of history in %,d versions",
                        bytes,
                        objects,
                        historyBytes,
                        historyVersions)
                + (pinnedBytes == 0 ? "" : String.format(Locale.ROOT, ", %,d bytes of it pinned", pinnedBytes));
    }
}
