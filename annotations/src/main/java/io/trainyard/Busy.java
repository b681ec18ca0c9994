package io.trainyard;

/** What becomes of a training that is due while the run before it has not come to its end. */
public enum Busy {
    /** It is not run: the one that runs is recent enough. */
    SKIP,
    /** It is run when the one that runs has ended; several wait in order. */
    QUEUE,
    /** The one that runs is cancelled, and this one is run in its place: it sees the latest data. */
    REPLACE
}
