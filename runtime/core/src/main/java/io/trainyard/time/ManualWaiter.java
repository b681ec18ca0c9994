package io.trainyard.time;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A waiter on a machine time that moves when told: for tests. */
public final class ManualWaiter implements Waiter {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Duration elapsed = Duration.ZERO;
    private boolean woken;
    private @Nullable Duration waitingUntil;

    /** A waiter at machine time zero. */
    public ManualWaiter() {}

    @Override
    public Duration elapsed() {
        lock.lock();
        try {
            return elapsed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void awaitUntil(Duration until) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!woken && elapsed.compareTo(until) < 0) {
                waitingUntil = until;
                changed.signalAll();
                changed.await();
            }
            woken = false;
        } finally {
            waitingUntil = null;
            lock.unlock();
        }
    }

    @Override
    public void wake() {
        lock.lock();
        try {
            woken = true;
            waitingUntil = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Moves machine time on. */
    public void advance(Duration by) {
        lock.lock();
        try {
            elapsed = elapsed.plus(by);
            waitingUntil = null; // whoever still has to wait says so again
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The point of machine time for which the thread waits, {@link #NEVER} if it waits to be woken only; blocks until it
     * waits.
     *
     * @param patience how long to block at most, in the time of this machine
     * @throws TimeoutException if the thread does not wait by then
     */
    public Duration awaitWaiting(Duration patience) throws InterruptedException, TimeoutException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (waitingUntil == null) {
                if (left <= 0) {
                    throw new TimeoutException("nobody waits, not after " + patience);
                }
                left = changed.awaitNanos(left);
            }
            return waitingUntil;
        } finally {
            lock.unlock();
        }
    }
}
