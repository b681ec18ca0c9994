package io.trainyard.learning.labels;

/** Which of the three barriers a price met first. */
public enum Barrier {
    /** The one that a bet gains at: above the price for a long bet, below it for a short one. */
    PROFIT,
    /** The one that a bet loses at. */
    STOP,
    /** The end of the horizon. */
    TIME
}
