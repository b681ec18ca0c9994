package io.trainyard.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A version that is to be saved, and on what condition. Immutable; each method returns a changed copy.
 *
 * <pre>
 * Commit.of(key, bytes, birth)                          in any case
 * Commit.of(key, bytes, birth).expecting(7)             if version 7 is still the current one
 * Commit.of(key, bytes, birth).expecting(0)             if the key has no value
 * Commit.of(key, bytes, birth).asCandidate()            kept, but not published
 * Commit.copy(version, bytes)                           as it was elsewhere: number, times and marks included
 * </pre>
 */
public final class Commit {

    private final ObjectKey key;
    private final byte[] content;
    private final Checksum checksum;
    private final Birth birth;
    private final boolean candidate;
    private final @Nullable Long expected;
    private final @Nullable ModelVersion original;

    private Commit(
            ObjectKey key,
            byte[] content,
            Checksum checksum,
            Birth birth,
            boolean candidate,
            @Nullable Long expected,
            @Nullable ModelVersion original) {
        this.key = key;
        this.content = content;
        this.checksum = checksum;
        this.birth = birth;
        this.candidate = candidate;
        this.expected = expected;
        this.original = original;
    }

    /** A new current version, whatever is there. Copies the array. */
    public static Commit of(ObjectKey key, byte[] content, Birth birth) {
        return owning(key, content.clone(), birth);
    }

    /** Takes the array over: nobody may write into it any more. */
    static Commit owning(ObjectKey key, byte[] content, Birth birth) {
        return new Commit(key, content, Checksum.of(content), birth, false, null, null);
    }

    /**
     * A version of another store, or of this one before it was deleted, to be saved under its number. Back ends refuse it
     * with a {@link VersionConflictException} where the key has one with that number, or a higher one.
     *
     * @throws IllegalArgumentException if the bytes are not those of the version
     */
    public static Commit copy(ModelVersion original, byte[] content) {
        Commit copy = of(ObjectKey.of(original.key()), content, original.birth());
        if (!copy.sha256().equals(original.sha256())) {
            throw new IllegalArgumentException(Explanation.of(
                    "version " + original.number() + " of \"" + original.key() + "\" was not copied",
                    "these bytes have another SHA-256 checksum than the version",
                    "read the version again where it comes from",
                    "the javadoc of io.trainyard.store.Commit"));
        }
        return new Commit(copy.key, copy.content, copy.checksum, copy.birth, original.candidate(), null, original);
    }

    /**
     * The same, on condition that the current version has this number; 0 for that there is none. Candidates do not count.
     */
    public Commit expecting(long current) {
        return new Commit(key, content, checksum, birth, candidate, current, original);
    }

    /** The same, but only kept: it counts as history, and no reader sees it unless by its number. */
    public Commit asCandidate() {
        return new Commit(key, content, checksum, birth, true, expected, original);
    }

    /** Under which key. */
    public ObjectKey key() {
        return key;
    }

    /** The bytes themselves, for back ends, which leave them as they are. */
    public byte[] content() {
        return content;
    }

    /** Checksum of the bytes, in lower-case hexadecimal digits. */
    public String sha256() {
        return checksum.digits();
    }

    /** What the saver knows. */
    public Birth birth() {
        return birth;
    }

    /** Whether it is only kept. */
    public boolean candidate() {
        return candidate;
    }

    /** Whether it is pinned from the start. */
    public boolean pinned() {
        return original != null && original.pinned();
    }

    /** The number that the current version must have, 0 for none; empty if any will do. */
    public OptionalLong expected() {
        return expected == null ? OptionalLong.empty() : OptionalLong.of(expected);
    }

    /** The same under another key; for back ends that are a part of another one. */
    Commit under(ObjectKey other) {
        return new Commit(
                other,
                content,
                checksum,
                birth,
                candidate,
                expected,
                original == null ? null : original.withKey(other));
    }

    /** The same as the version that it became, without a condition. */
    Commit as(ModelVersion version) {
        return new Commit(key, content, checksum, birth, candidate, null, version);
    }

    /**
     * The version that it becomes; for back ends, under their lock.
     *
     * @param current the number of the current version, 0 if there is none
     * @param there the highest number of a version that is there, candidates included, 0 if there is none
     * @param given the highest number that the key ever gave; a new version gets the next one
     * @param committedAt wall-clock time
     * @throws VersionConflictException if the condition does not hold
     */
    public ModelVersion becomes(long current, long there, long given, Instant committedAt) {
        return version(number(current, there, given), committedAt, null);
    }

    /** The number of the version that it becomes, for back ends that cannot wait for the checksum; as above. */
    long number(long current, long there, long given) {
        if (expected != null && expected != current) {
            throw new VersionConflictException(key, expected, current);
        }
        if (original == null) {
            return Math.max(there, given) + 1;
        }
        if (original.number() <= there) {
            throw VersionConflictException.taken(key, original.number(), there);
        }
        return original.number();
    }

    /** The version with this number. A checksum that is given stands for the one that is still being summed up. */
    ModelVersion version(long number, Instant committedAt, @Nullable String sum) {
        if (original != null) {
            return original;
        }
        String sha256 = sum == null ? sha256() : sum;
        return new ModelVersion(key.value(), number, birth, committedAt, candidate, pinned(), content.length, sha256);
    }

    /** The size of the content, or how it is called in messages. */
    @Override
    public String toString() {
        return content.length + " bytes under \"" + key + "\""
                + Optional.ofNullable(expected)
                        .map(number -> ", if version " + number + " is current")
                        .orElse("");
    }
}
