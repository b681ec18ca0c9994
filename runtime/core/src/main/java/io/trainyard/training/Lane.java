package io.trainyard.training;

/** Where trainings run. */
@FunctionalInterface
public interface Lane {

    /** Runs {@code training} once, here or elsewhere, now or later. */
    void run(Runnable training);

    /** Runs a training at once on the thread of the host, which goes on when it is done: as a backtest does. */
    static Lane inline() {
        return Runnable::run;
    }
}
