package io.trainyard.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * What can be seen at a moment of the market: published, saved by then, from data that had ended by then.
 *
 * @param time the moment
 * @param embargo how long after the end of its data a version stays unseen; zero for not at all
 */
record AsOf(Instant time, Duration embargo) {

    /** The newest last: by the time of saving, then by number. */
    static final Comparator<ModelVersion> AGE =
            Comparator.comparing(ModelVersion::savedAt).thenComparingLong(ModelVersion::number);

    AsOf {
        if (embargo.isNegative()) {
            throw new IllegalArgumentException("an embargo of " + embargo
                    + " is negative and would show data of the future: take Duration.ZERO, or a positive one");
        }
    }

    static AsOf at(Instant time) {
        return new AsOf(time, Duration.ZERO);
    }

    boolean sees(ModelVersion version) {
        return !version.candidate() && knows(version);
    }

    /** Whether it could be known, published or not. */
    boolean knows(ModelVersion version) {
        return !version.savedAt().isAfter(time)
                && version.lastData()
                        .filter(end -> end.isAfter(time.minus(embargo)))
                        .isEmpty();
    }

    Optional<ModelVersion> newest(Collection<ModelVersion> versions) {
        return versions.stream().filter(this::sees).max(AGE);
    }
}
