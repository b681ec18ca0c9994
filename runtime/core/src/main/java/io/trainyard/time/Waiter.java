package io.trainyard.time;

import java.time.Duration;

/**
 * Where one thread waits for a point of machine time or for another thread to wake it. Each waiting thread has a waiter of
 * its own.
 */
public interface Waiter extends Stopwatch {

    /** A point of machine time that never comes. */
    Duration NEVER = Duration.ofNanos(Long.MAX_VALUE);

    /**
     * Waits until {@link #elapsed()} has reached {@code until}, or somebody has called {@link #wake()} since the last return.
     *
     * @throws InterruptedException if the thread is interrupted, before or while it waits
     */
    void awaitUntil(Duration until) throws InterruptedException;

    /** Ends the wait, or the next one if the thread does not wait now. For any thread. */
    void wake();

    /** A waiter on this machine's time. */
    static Waiter system() {
        return new SystemWaiter();
    }
}
