package io.trainyard;

/** What a training is charged in a backtest, and how long it takes there where that is modelled. */
public enum Cost {
    /** What it took on the machine that ran the backtest; another machine may come to another result. */
    MEASURED,
    /** Its limit: the dearest that it can be. */
    LIMIT,
    /** A given duration: the same result on every machine. */
    FIXED
}
