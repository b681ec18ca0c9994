package io.trainyard.market;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a live feed, from which it calls its sink: keeps what {@link LiveFeed} promises of
 * {@code start} and {@code close}. For those who write feeds.
 */
public final class FeedThread {

    /** How long a sink may take to give up after its thread was interrupted. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(FeedThread.class);

    private final String name;
    private final Object gate = new Object();
    private @Nullable Thread thread;
    private volatile boolean closed;

    /** A thread of this name, not started yet. */
    public FeedThread(String name) {
        this.name = name;
    }

    /**
     * Starts the thread, a daemon, which ends when {@code work} returns. What {@code work} throws is logged; an interruption
     * after {@link #close()} is the regular end.
     *
     * @throws IllegalStateException if it was started before, or closed
     */
    public void start(Work work) {
        synchronized (gate) {
            if (closed || thread != null) {
                throw new IllegalStateException(name + " was started before, or closed: make a new feed");
            }
            thread = new Thread(() -> run(work), name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Whether the feed was closed: the sink must not be called any more. For any thread. */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Interrupts the thread and waits until it has ended, five seconds at most if a sink does not give up its call.
     * Called by the thread itself, or once more, it only marks the feed as closed.
     */
    public void close() {
        Thread running;
        synchronized (gate) {
            closed = true;
            running = thread;
        }
        if (running == null || running == Thread.currentThread()) {
            return;
        }
        running.interrupt();
        try {
            running.join(PATIENCE.toMillis());
            if (running.isAlive()) {
                log.warn("{} is closed, but its sink has not returned from its call for {}", name, PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            if (!closed) {
                log.error("{} was interrupted and has ended", name, e);
            }
        } catch (RuntimeException | Error e) {
            if (closed) {
                log.debug("{} was closed while its sink was called", name, e);
            } else {
                log.error("{} has ended: it, or its sink, failed", name, e);
            }
        }
    }

    /** What a feed does on its thread. */
    @FunctionalInterface
    public interface Work {
        /** Returns when the feed is over, or {@link #isClosed()}. */
        void run() throws InterruptedException;
    }
}
