package io.trainyard.testkit;

/** As what a strategy is tried. Time is virtual in each: it passes when the test says so. */
public enum Mode {

    /** As in a backtest: trainings run in step with the market, at once where the test says nothing else. */
    BACKTEST,

    /**
     * As live: trainings run beside the market, each on a thread of its own that goes on only when the test says so, and every
     * step is written down in a ledger.
     */
    LIVE
}
