package io.trainyard;

/** Which of two values of a metric is the better one. */
public enum Better {
    /** The higher one, such as a Sharpe ratio. */
    HIGHER,
    /** The lower one, such as an error. */
    LOWER
}
