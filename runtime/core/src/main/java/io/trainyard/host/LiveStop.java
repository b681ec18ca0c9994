package io.trainyard.host;

import io.trainyard.OnStop;
import io.trainyard.host.HostStatus.Phase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a live strategy comes to its end: because somebody stops it, its recording is over, it fails, or a handler hangs. */
final class LiveStop {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStop.class);
    private static final String STOPPED = "the strategy was stopped";

    private final LiveParts parts;
    private final Mailbox mailbox;
    private final LiveWorkers workers;
    private final HandlerWatch watch;
    private final HostListener listener;
    private final Runnable quiet;
    private final OnStop how;
    private final Duration patience;
    private final Ending ending = new Ending();
    private final AtomicBoolean beside = new AtomicBoolean();

    private volatile Phase phase = Phase.RUNNING;
    private @Nullable StrategyFailedException failure;

    /** A strategy that runs. {@code quiet} ends whatever brings events: the feed, alarms, looks at the store. */
    LiveStop(
            LiveParts parts,
            Mailbox mailbox,
            LiveWorkers workers,
            HandlerWatch watch,
            HostListener listener,
            Live live,
            Runnable quiet) {
        this.parts = parts;
        this.mailbox = mailbox;
        this.workers = workers;
        this.watch = watch;
        this.listener = listener;
        this.how = live.onStop;
        this.patience = live.patience;
        this.quiet = quiet;
    }

    Phase phase() {
        return phase;
    }

    boolean isRunning() {
        return phase == Phase.RUNNING;
    }

    Ending ending() {
        return ending;
    }

    /** A strategy that has failed is not fed any more; its trainings end as when it is stopped, its models are kept. */
    void fail(StrategyFailedException why) {
        if (phase == Phase.RUNNING) {
            LOG.error("{} has failed", parts.definition().name(), why);
            failure = why;
            begin(STOPPED);
        }
    }

    /** Brings trainings to their end; on the strategy's thread. */
    void begin(String reason) {
        if (phase != Phase.RUNNING) {
            return;
        }
        phase = Phase.STOPPING;
        mailbox.closeToSlices();
        quiet.run();
        if (how == OnStop.FINISH && parts.pace() instanceof Pace.RealTime) {
            parts.trainer().finishRunning(reason);
        } else {
            parts.trainer().cancelAll(reason);
        }
        if (how == OnStop.ABANDON) {
            parts.trainer().abandonAll();
        }
    }

    /** Comes to the end if no training stands in its way any more; on the strategy's thread. */
    void goOn() {
        if (phase == Phase.STOPPING
                && !(how == OnStop.ABANDON
                        ? parts.trainer().isWriting()
                        : parts.trainer().isRunning())) {
            phase = failure == null ? Phase.STOPPED : Phase.FAILED;
            parts.stopped();
            parts.trainer().close();
            if (ending.end(failure)) {
                LOG.info("{} has stopped", parts.definition().name());
                listener.stopped(failure);
            }
        }
        ending.changed();
    }

    /** Ends a strategy whose thread is stuck: from here on nothing of it is called any more. */
    void giveUp(HandlerWatch.Hanging hanging) {
        StrategyFailedException why = StrategyFailedException.hanging(hanging.handler(), hanging.since());
        phase = Phase.FAILED;
        parts.trainer().cancelRunning(STOPPED);
        mailbox.closeToSlices();
        quiet.run();
        hanging.thread().interrupt();
        if (ending.end(why)) {
            listener.stopped(why);
        }
    }

    /** Stops the strategy, and returns when that is done; on a thread of its own when it is under way. */
    void stop() {
        if (how != OnStop.FINISH) {
            parts.trainer().cancelRunning(STOPPED);
        }
        if (!workers.isOneOfThem()) {
            stopAndWait();
        } else if (beside.compareAndSet(false, true)) {
            new Thread(this::stopAndWait, "trainyard-stop-" + parts.definition().name()).start();
        }
    }

    private void stopAndWait() {
        mailbox.post(() -> begin(STOPPED));
        try {
            while (!ending.isOver()) {
                ending.await(patience, () -> false);
                HandlerWatch.Hanging hanging = watch.current();
                if (!ending.isOver() && hanging != null && hanging.since().compareTo(patience) > 0) {
                    giveUp(hanging);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.close();
    }

    /** Refuses to let a thread wait for what only it can bring about. */
    void checkMayWait() {
        if (mailbox.isOwn()) {
            throw new IllegalStateException(
                    "the thread of " + parts.definition().name()
                            + " is to wait for the strategy, which cannot go on before it returns: let another thread wait, or"
                            + " ask status(), which never waits");
        }
    }
}
