package io.trainyard.training;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded number of named threads that work off a queue. A thread that is stuck in its task can be replaced: it ends as soon
 * as the task lets it. Threads start when they are needed and end when they have been idle for a while.
 */
public final class Workers implements Executor, Lane, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final long IDLE_SECONDS = 10;

    private final String name;
    private final int most;
    private final int priority;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final IdentityHashMap<Runnable, Worker> running = new IdentityHashMap<>();
    private int workers;
    private int idle;
    private int abandoned;
    private int started;
    private boolean closed;

    /**
     * Workers of which none has started yet.
     *
     * @param name what their threads are called, followed by a number
     * @param most how many there are at most, at least one
     * @param priority of their threads, from {@link Thread#MIN_PRIORITY} to {@link Thread#MAX_PRIORITY}; most JVMs on Linux
     *     pass it over unless told otherwise
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Workers(String name, int most, int priority) {
        if (most < 1 || priority < Thread.MIN_PRIORITY || priority > Thread.MAX_PRIORITY) {
            throw new IllegalArgumentException(most + " threads of priority " + priority
                    + ": take at least one thread, and a priority from 1 to 10");
        }
        this.name = name;
        this.most = most;
        this.priority = priority;
    }

    /** Queues a task; does nothing once closed. */
    @Override
    public void execute(Runnable task) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            queue.add(task);
            if (idle >= queue.size()) {
                changed.signal();
            } else if (workers < most) {
                startOne();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run(Runnable training) {
        execute(training);
    }

    @Override
    public void abandon(Runnable task) {
        lock.lock();
        try {
            if (queue.removeIf(queued -> queued == task)) {
                return;
            }
            Worker worker = running.remove(task);
            if (worker != null) {
                worker.task = null;
                workers--;
                abandoned++;
                if (!queue.isEmpty() && idle == 0) {
                    startOne();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the calling thread is one of them. */
    public boolean isOneOfThem() {
        return Thread.currentThread() instanceof Worker worker && worker.home() == this;
    }

    /** How many threads there are that take tasks. */
    public int threads() {
        lock.lock();
        try {
            return workers;
        } finally {
            lock.unlock();
        }
    }

    /** How many threads were replaced and have not ended yet. */
    public int stuckThreads() {
        lock.lock();
        try {
            return abandoned;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more tasks, drops those that wait, and interrupts those that run; threads end as their tasks let them. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            queue.clear();
            running.values().forEach(Thread::interrupt);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether every thread has ended within so much time. Call {@link #close} first. */
    public boolean awaitEnd(java.time.Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (workers + abandoned > 0 && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return workers + abandoned == 0;
        } finally {
            lock.unlock();
        }
    }

    private void startOne() {
        workers++;
        new Worker(name + "-" + ++started).start();
    }

    private final class Worker extends Thread {

        private @Nullable Runnable task;

        @SuppressWarnings("ThreadPriorityCheck") // a wish that trainings yield to handlers; nothing relies on it
        Worker(String name) {
            super(name);
            setDaemon(true);
            setPriority(priority);
        }

        Workers home() {
            return Workers.this;
        }

        @Override
        public void run() {
            for (Runnable next = take(null); next != null; next = take(next)) {
                try {
                    next.run();
                } catch (RuntimeException | Error e) {
                    LOG.error("a task of {} failed", getName(), e);
                }
            }
        }

        /** Lays the last task down and takes the next; null if there is none and this thread is to end. */
        private @Nullable Runnable take(@Nullable Runnable last) {
            lock.lock();
            try {
                interrupted();
                if (last != null && task == null) {
                    abandoned--;
                    changed.signalAll();
                    return null;
                }
                if (last != null) {
                    running.remove(last);
                    task = null;
                }
                Runnable next = waitForOne();
                if (next == null) {
                    workers--;
                    changed.signalAll();
                } else {
                    task = next;
                    running.put(next, this);
                }
                return next;
            } finally {
                lock.unlock();
            }
        }

        private @Nullable Runnable waitForOne() {
            long nanos = TimeUnit.SECONDS.toNanos(IDLE_SECONDS);
            idle++;
            try {
                while (queue.isEmpty() && !closed && nanos > 0) {
                    try {
                        nanos = changed.awaitNanos(nanos);
                    } catch (InterruptedException e) {
                        // a task is interrupted, never a thread that waits for one: nothing to do
                    }
                }
                return queue.poll();
            } finally {
                idle--;
            }
        }
    }
}
