package io.trainyard.host;

/** A strategy that runs, as others may look at it. */
public interface HostView {

    /** The name of the strategy. */
    String strategy();

    /**
     * Where it stands. For any thread, those of handlers, trainings and listeners included; never waits for another one. What only
     * the strategy's own thread may look at is as it was when that thread last came to the end of an event, or to the start
     * or end of a training: it is told which handler it is in.
     */
    HostStatus status();
}
