package io.trainyard;

/** What becomes of a date of a rule on which the market is closed. */
public enum ClosedDates {
    /** It is left out; the default wherever a rule speaks of trading days. */
    SKIP,
    /** The next trading day takes its place. */
    NEXT,
    /** The trading day before takes its place. */
    PREVIOUS
}
