package io.trainyard.training;

/** What state a stored model is in. */
public enum ModelState {
    /** There is none yet: not trained, and nothing to restore. */
    MISSING,
    /** It is in place and can be used. */
    READY,
    /** It is in place and can be used, and older than it should be: trainings since have failed, or were not afforded. */
    STALE,
    /** It is in place and too old to be used. */
    EXPIRED,
    /** A training that writes the field itself is at work on it; it is not to be used. */
    TRAINING,
    /** A training that writes the field itself broke off; what is in the field is not to be trusted. */
    FAILED;

    /** Whether a model in this state is there to be used: {@link #READY} or {@link #STALE}. */
    public boolean isUsable() {
        return this == READY || this == STALE;
    }
}
