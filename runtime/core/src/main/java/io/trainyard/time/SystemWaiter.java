package io.trainyard.time;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Waits by parking the thread. */
final class SystemWaiter implements Waiter {

    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile @Nullable Thread waiting;

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime());
    }

    @Override
    public void awaitUntil(Duration until) throws InterruptedException {
        long end = until.toNanos();
        waiting = Thread.currentThread();
        try {
            while (!woken.getAndSet(false)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                LockSupport.parkNanos(this, left);
            }
        } finally {
            waiting = null;
        }
    }

    @Override
    public void wake() {
        woken.set(true);
        Thread thread = waiting;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
