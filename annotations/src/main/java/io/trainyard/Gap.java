package io.trainyard;

/** What becomes of a wall time that a clock change skips, as 02:30 on the spring Sunday in New York. */
public enum Gap {
    /** The first instant after the gap; the default. */
    NEXT_VALID,
    /** No instant on that date. */
    SKIP
}
