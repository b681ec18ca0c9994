package io.trainyard.training.ledger;

/** How an attempt of a training ended. */
public enum RunEnd {
    /** Its result is committed, or its fields are written. */
    SUCCEEDED,
    /** Its result is committed as a candidate, since the gate of its field refused it. No failure: the training works. */
    NOT_PROMOTED,
    /** Its method threw, or its result could not be kept. */
    FAILED,
    /** It was told to stop, and its result was dropped. */
    CANCELLED,
    /** It reached its time limit, and its result was dropped. */
    TIMED_OUT,
    /** The host stopped and did not wait for it. */
    ABANDONED,
    /** The process died while it ran. Counts as a failure: a training that kills its process is to be paused, too. */
    CRASHED;

    /** Whether it adds to the failures in a row after which a training is paused. */
    public boolean isFailure() {
        return this == FAILED || this == TIMED_OUT || this == CRASHED;
    }
}
