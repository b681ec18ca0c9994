package io.trainyard.host;

import io.trainyard.time.Alarms;
import io.trainyard.time.MarketClock;
import io.trainyard.time.Stopwatch;
import io.trainyard.training.Lane;
import java.time.ZoneId;
import java.util.concurrent.Executor;

/**
 * What live strategies need of the machine that they run on: its time, and where their events and trainings run. {@link
 * LiveThreads} is the machine of this process. A harness has one of its own, whose time moves and whose lanes run when told;
 * see {@link Live#machine}.
 */
public interface LiveMachine extends AutoCloseable {

    /** Market time, in the zone of a strategy; never goes back. */
    MarketClock clock(ZoneId zone);

    /** Measures trainings and handlers. */
    Stopwatch stopwatch();

    /** Ring at the times of {@link #clock} and after those of {@link #stopwatch}. */
    Alarms alarms();

    /** Where handlers are called and models are put in place; of one strategy, never two tasks at once. */
    Lane strategies();

    /** Where models are trained. */
    Lane trainings();

    /** Reports handlers that take too long. */
    Executor watchers();

    /** Reads models that other processes have committed. */
    Executor refreshers();

    /** Whether the calling thread is one of those on which events and trainings run, and so must not wait for them. */
    default boolean isOneOfThem() {
        return false;
    }

    /** Lets go of all of it; strategies are stopped before. */
    @Override
    void close();
}
