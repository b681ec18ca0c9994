package io.trainyard;

/** How a stored value is written. */
public enum Format {
    /**
     * {@code String} as {@link #TEXT}, {@code byte[]} as {@link #BYTES}, a type that has a codec on the class path, such as the model of a
     * library, by that, everything else as {@link #JSON}.
     */
    AUTO,
    /** UTF-8 text; for {@code String} only. */
    TEXT,
    /** Bytes as they are; for {@code byte[]} only. */
    BYTES,
    /** JSON by Jackson, UTF-8. */
    JSON,
    /** XML by Jackson, UTF-8. */
    XML
}
