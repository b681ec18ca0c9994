package io.trainyard;

/** How a stored value is written. */
public enum Format {
    /** {@code String} as {@link #TEXT}, {@code byte[]} as {@link #BYTES}, everything else as {@link #JSON}. */
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
