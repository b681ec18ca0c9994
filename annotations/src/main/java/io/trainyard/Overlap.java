package io.trainyard;

/** What becomes of a wall time that a clock change repeats, as 01:30 on the autumn Sunday in New York. */
public enum Overlap {
    /** The first of the two instants, still in summer time. */
    EARLIER,
    /** The second of the two instants, in standard time; the default, as in LEAN. */
    LATER,
    /** Both instants. */
    BOTH
}
