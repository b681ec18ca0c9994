package io.trainyard.store;

import java.time.Duration;
import java.time.Instant;

/** A version was asked for that nobody could have known at this moment of the market: its use would be a leak. */
public final class LookAheadException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final transient ModelVersion version;

    LookAheadException(ModelVersion version, Instant now, Duration embargo) {
        super(Explanation.of(
                "version " + version.number() + " of \"" + version.key() + "\" cannot be read as of " + now,
                leak(version, now, embargo),
                "read the key without a number, which gives the newest version that could be known then",
                "the javadoc of io.trainyard.store.ObjectStore"));
        this.version = version;
    }

    /** The version that was asked for. */
    public ModelVersion version() {
        return version;
    }

    /** What would leak. */
    static String leak(ModelVersion version, Instant now, Duration embargo) {
        String which = "version " + version.number();
        if (version.savedAt().isAfter(now)) {
            return which + " was saved at " + version.savedAt()
                    + version.lastData().map(end -> ", from data up to " + end).orElse("") + ", which is later";
        }
        return which + " is made from data up to " + version.dataEnd()
                + (embargo.isZero() ? ", which is later" : ", which are under an embargo of " + embargo);
    }
}
