package io.trainyard.training;

/** What state a stored model is in. */
public enum ModelState {
    /** There is none yet: not trained, and nothing to restore. */
    MISSING,
    /** It is in place and can be used. */
    READY,
    /** A training that writes the field itself is at work on it; it is not to be used. */
    TRAINING,
    /** A training that writes the field itself broke off; what is in the field is not to be trusted. */
    FAILED
}
