package io.trainyard.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is stored is not what was saved: it was cut short, changed, or cannot be understood. */
public final class DamagedObjectException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final transient ObjectKey key;
    private final long number;
    private final String damage;
    private final String place;
    private final transient @Nullable ModelVersion lastGood;

    /**
     * For back ends, which do not look for the last good version.
     *
     * @param damage what is wrong, such as {@code the bytes do not match their checksum}
     * @param place where the damaged bytes are
     */
    public DamagedObjectException(ObjectKey key, long number, String damage, String place, @Nullable Throwable cause) {
        this(key, number, damage, place, null, "read another version, or train again", cause);
    }

    private DamagedObjectException(
            ObjectKey key,
            long number,
            String damage,
            String place,
            @Nullable ModelVersion lastGood,
            String fix,
            @Nullable Throwable cause) {
        super(
                Explanation.of(
                        "version " + number + " of \"" + key + "\" is damaged and was not read", damage, fix, place),
                cause);
        this.key = key;
        this.number = number;
        this.damage = damage;
        this.place = place;
        this.lastGood = lastGood;
    }

    /** The same with what to read instead. */
    DamagedObjectException offering(Optional<ModelVersion> good) {
        String fix = good.map(version -> "version " + version.number() + ", saved at " + version.savedAt()
                        + ", is the last good one: restore it, or train again")
                .orElse("no version before it is whole: train again");
        return new DamagedObjectException(key, number, damage, place, good.orElse(null), fix, getCause());
    }

    /** The key of the damaged object. */
    public String key() {
        return key.value();
    }

    /** The number of the damaged version. */
    public long number() {
        return number;
    }

    /** What is wrong. */
    public String damage() {
        return damage;
    }

    /**
     * The newest version before it that is whole and could have been read in its place, if it was looked for;
     * {@link StoreBackend#version(ObjectKey, long)} reads it.
     */
    public Optional<ModelVersion> lastGood() {
        return Optional.ofNullable(lastGood);
    }
}
