package io.trainyard.models.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The workers of a bridge: lent to one caller at a time, started when all others are lent, up to a bound. */
final class WorkerPool {

    private final WorkerStart start;
    private final int most;
    private final Deque<WorkerStart.Started> idle = new ArrayDeque<>();
    private final Set<Worker> lent = new HashSet<>();
    private int starting;
    private boolean closed;

    WorkerPool(WorkerStart start, int most) {
        this.start = start;
        this.most = most;
    }

    /**
     * Lends a worker; waits where all are lent.
     *
     * @throws IllegalStateException if the bridge is closed
     */
    WorkerStart.Started take() throws InterruptedException {
        synchronized (this) {
            while (true) {
                requireOpen();
                // the one used last: it has models loaded
                for (WorkerStart.Started next = idle.pollLast(); next != null; next = idle.pollLast()) {
                    if (next.worker().isAlive()) {
                        lent.add(next.worker());
                        return next;
                    }
                    next.worker().kill();
                }
                if (lent.size() + starting < most) {
                    starting++;
                    break;
                }
                wait();
            }
        }
        WorkerStart.Started started = null;
        try {
            started = start.start();
            return started;
        } finally {
            begun(started);
        }
    }

    private synchronized void begun(WorkerStart.@Nullable Started started) {
        starting--;
        if (started != null && !closed) {
            lent.add(started.worker());
        }
        notifyAll();
        if (started != null && closed) {
            started.worker().kill();
            requireOpen();
        }
    }

    /** Takes a worker back that can be used on. */
    synchronized void giveBack(WorkerStart.Started worker) {
        if (lent.remove(worker.worker())) {
            idle.addLast(worker);
            notifyAll();
        }
    }

    /** Takes a worker back that cannot: it is ended. */
    void discard(WorkerStart.Started worker) {
        worker.worker().kill();
        synchronized (this) {
            lent.remove(worker.worker());
            notifyAll();
        }
    }

    void close() {
        Set<Worker> all;
        synchronized (this) {
            closed = true;
            all = new HashSet<>(lent);
            idle.forEach(started -> all.add(started.worker()));
            lent.clear();
            idle.clear();
            notifyAll();
        }
        all.forEach(Worker::end);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the Python bridge is closed: open another, or close it later");
        }
    }
}
