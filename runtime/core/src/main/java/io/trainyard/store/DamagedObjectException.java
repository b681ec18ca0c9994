package io.trainyard.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is stored is not what was saved: a file was cut short, changed, or cannot be understood. */
public final class DamagedObjectException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final long number;
    private final transient @Nullable ModelVersion lastGood;

    DamagedObjectException(
            ObjectKey key, long number, String damage, String place, Optional<ModelVersion> lastGood, Throwable cause) {
        super(message(key, number, damage, place, lastGood), cause);
        this.key = key.value();
        this.number = number;
        this.lastGood = lastGood.orElse(null);
    }

    /** The key of the damaged object. */
    public String key() {
        return key;
    }

    /** The number of the damaged version. */
    public long number() {
        return number;
    }

    /**
     * The newest version before it that is whole and could have been read in its place;
     * {@link StoreBackend#version(ObjectKey, long)} reads it.
     */
    public Optional<ModelVersion> lastGood() {
        return Optional.ofNullable(lastGood);
    }

    private static String message(
            ObjectKey key, long number, String damage, String place, Optional<ModelVersion> lastGood) {
        String fix = lastGood.map(good -> "version " + good.number() + ", saved at " + good.savedAt()
                        + ", is the last good one: restore it, or train again")
                .orElse("no version before it is whole: train again");
        return Explanation.of(
                "version " + number + " of \"" + key + "\" is damaged and was not read", damage, fix, place);
    }
}
