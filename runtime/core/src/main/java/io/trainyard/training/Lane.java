package io.trainyard.training;

/** Where trainings run. */
public interface Lane {

    /** Runs {@code training} once, here or elsewhere, now or later. */
    void run(Runnable training);

    /**
     * Does not wait for {@code training} any more: takes it out of the queue, or replaces its thread if it is running. Does
     * nothing where trainings run on the thread of the host.
     */
    default void abandon(Runnable training) {}

    /** Runs a training at once on the thread of the host, which goes on when it is done: as a backtest does. */
    static Lane inline() {
        return Runnable::run;
    }
}
