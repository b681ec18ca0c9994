package io.trainyard;

/**
 * A storage plan: how many bytes and how many objects the current values of a store may take. 1 MB is 1,048,576 bytes,
 * as QuantConnect counts.
 */
public enum Plan {
    /** 5 MB in 100 objects. */
    FREE(5, 100),
    /** 50 MB in 1,000 objects. */
    PRIME(50, 1_000),
    /** 500 MB in 10,000 objects. */
    PROFESSIONAL(500, 10_000);

    private final long maxBytes;
    private final int maxObjects;

    Plan(int megabytes, int maxObjects) {
        this.maxBytes = megabytes * 1024L * 1024L;
        this.maxObjects = maxObjects;
    }

    /** The most bytes that the current values may take together. */
    public long maxBytes() {
        return maxBytes;
    }

    /** The most keys that may have a value. */
    public int maxObjects() {
        return maxObjects;
    }
}
