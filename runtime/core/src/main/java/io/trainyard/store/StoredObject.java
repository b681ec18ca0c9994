package io.trainyard.store;

/** A version together with its bytes, which were verified against its checksum. */
public final class StoredObject {

    private final ModelVersion version;
    private final byte[] content;
    private final boolean kept;

    /**
     * An object with this array.
     *
     * @param kept whether somebody else has the array, too
     */
    StoredObject(ModelVersion version, byte[] content, boolean kept) {
        this.version = version;
        this.content = content;
        this.kept = kept;
    }

    /**
     * What a back end read, if it is what was saved. Takes the array over: the caller must not keep it.
     *
     * @param place where the bytes are, for the message
     * @throws DamagedObjectException if these are not the bytes of the version
     */
    public static StoredObject verified(ModelVersion version, byte[] content, String place) {
        String damage = null;
        if (content.length != version.size()) {
            damage = content.length + " of " + version.size() + " bytes are there";
        } else if (!Sha256.of(content).equals(version.sha256())) {
            damage = "the bytes do not match their SHA-256 checksum";
        }
        if (damage != null) {
            throw new DamagedObjectException(ObjectKey.of(version.key()), version.number(), damage, place, null);
        }
        return new StoredObject(version, content, false);
    }

    /** Which version it is. */
    public ModelVersion version() {
        return version;
    }

    /** A copy of the bytes. */
    public byte[] content() {
        return content.clone();
    }

    /** The bytes themselves, for readers of this room that leave them as they are. */
    byte[] shared() {
        return content;
    }

    /** The bytes for somebody who alone has this object, and lets go of it. */
    byte[] taken() {
        return kept ? content.clone() : content;
    }

    /** The same under another key. */
    StoredObject withKey(ObjectKey key) {
        return new StoredObject(version.withKey(key), content, kept);
    }

    @Override
    public String toString() {
        return version.toString();
    }
}
