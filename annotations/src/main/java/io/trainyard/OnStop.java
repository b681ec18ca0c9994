package io.trainyard;

/** What becomes of trainings that run when a live strategy is stopped. */
public enum OnStop {
    /** They are waited for, up to their limits, and their models are kept. */
    FINISH,
    /** They are asked to end and interrupted; their results are refused. */
    CANCEL,
    /** They are left to themselves at once; their results are refused. */
    ABANDON
}
