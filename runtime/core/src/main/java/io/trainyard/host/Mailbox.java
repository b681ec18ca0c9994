package io.trainyard.host;

import io.trainyard.training.Lane;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one strategy: one at a time and in order, on some thread of a pool, which is the strategy's own while it has
 * any and nobody's else. A strategy without events costs no thread.
 */
final class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    /** So many slices may wait; then the feed does. */
    static final int SLICES = 1_024;

    /** So many events at a turn; then other strategies have theirs. */
    private static final int BATCH = 64;

    private final Lane lane;
    private final Runnable afterBatch;
    private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final Semaphore room = new Semaphore(SLICES);
    private final Runnable turn = this::turn;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Thread thread;

    /** A mailbox whose events run on {@code lane}, and {@code afterBatch} after one or several of them. */
    Mailbox(Lane lane, Runnable afterBatch) {
        this.lane = lane;
        this.afterBatch = afterBatch;
    }

    /** Adds an event; never waits. */
    void post(Runnable event) {
        events.add(event);
        if (pending.getAndIncrement() == 0) {
            lane.run(turn);
        }
    }

    /** Adds the event of a slice; waits while too many are there. Does nothing once closed. */
    void postSlice(Runnable event) {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (!closed.get()) {
            post(() -> {
                room.release();
                event.run();
            });
        }
    }

    /** Takes no more slices, and lets go of a feed that waits. */
    void closeToSlices() {
        if (closed.compareAndSet(false, true)) {
            room.release(Integer.MAX_VALUE / 2);
        }
    }

    /** Whether the calling thread is the strategy's own just now. */
    boolean isOwn() {
        return thread == Thread.currentThread();
    }

    int pending() {
        return pending.get();
    }

    /** Replaces the thread of an event that does not end. */
    void abandonThread() {
        lane.abandon(turn);
    }

    private void turn() {
        thread = Thread.currentThread();
        int done = 0;
        for (Runnable event = events.poll(); event != null; event = done < BATCH ? events.poll() : null) {
            call(event);
            done++;
        }
        call(afterBatch);
        thread = null;
        if (pending.addAndGet(-done) > 0) {
            lane.run(turn);
        }
    }

    /** What an event throws is a mistake of this room, or of a listener; it must not hold up the events after it. */
    private static void call(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException | Error e) {
            LOG.error("an event failed", e);
        }
    }
}
