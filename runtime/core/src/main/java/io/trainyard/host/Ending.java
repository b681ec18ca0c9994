package io.trainyard.host;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Where other threads wait for a strategy to come to something, or to its end. */
final class Ending {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean over;
    private @Nullable StrategyFailedException failure;

    /** Something has changed that somebody may wait for. */
    void changed() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** It has come to its end; false if it had before. */
    boolean end(@Nullable StrategyFailedException why) {
        lock.lock();
        try {
            if (over) {
                return false;
            }
            over = true;
            failure = why;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    void throwFailure() {
        lock.lock();
        try {
            if (failure != null) {
                throw failure;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until {@code reached} holds, all is over, or the time is; whether it holds. */
    boolean await(Duration atMost, BooleanSupplier reached) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (!reached.getAsBoolean() && !over && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return reached.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
