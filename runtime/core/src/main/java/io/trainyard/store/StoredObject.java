package io.trainyard.store;

/** A version together with its bytes, which were verified against its checksum. */
public final class StoredObject {

    private final ModelVersion version;
    private final byte[] content;

    /** Takes the array over: the caller must not keep it. */
    StoredObject(ModelVersion version, byte[] content) {
        this.version = version;
        this.content = content;
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

    @Override
    public String toString() {
        return version.toString();
    }
}
