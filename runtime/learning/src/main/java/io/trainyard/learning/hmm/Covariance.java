package io.trainyard.learning.hmm;

/** Which covariances a fit may find within a state. With one quantity both are the same. */
public enum Covariance {
    /** Each quantity has its variance; within a state they do not move together. Needs less data. */
    DIAGONAL,
    /** Quantities may move together. */
    FULL
}
