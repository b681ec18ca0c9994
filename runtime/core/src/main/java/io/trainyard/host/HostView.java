package io.trainyard.host;

/** A strategy that runs, as others may look at it. */
public interface HostView {

    /** The name of the strategy. */
    String strategy();

    /**
     * Where it stands. For any thread, those of handlers, trainings and listeners included; never waits for another one. What only
     * the strategy's own thread may touch, such as its account, is as it was when that thread last came to the end of an event, or to
     * the start or end of a training; asked on that thread, it is as it is. A backtest, which looks up less often, may be some
     * thousand slices behind.
     */
    HostStatus status();
}
