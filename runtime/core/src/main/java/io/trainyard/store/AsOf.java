package io.trainyard.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What can be seen at a moment of the market: saved by then, from data that had ended by then. */
final class AsOf {

    /** The newest last: by the time of saving, then by number. */
    static final Comparator<ModelVersion> AGE =
            Comparator.comparing(ModelVersion::savedAt).thenComparingLong(ModelVersion::number);

    private AsOf() {}

    static boolean visible(ModelVersion version, Instant time) {
        return !version.savedAt().isAfter(time)
                && version.lastData().filter(end -> end.isAfter(time)).isEmpty();
    }

    static Optional<ModelVersion> newest(Collection<ModelVersion> versions, Instant time) {
        return versions.stream().filter(version -> visible(version, time)).max(AGE);
    }
}
