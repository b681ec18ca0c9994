package io.trainyard.host;

import io.trainyard.OnStop;
import io.trainyard.host.HostStatus.Phase;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.Slice;
import io.trainyard.store.StoreBackend;
import io.trainyard.time.Alarms.Alarm;
import io.trainyard.training.Recovery;
import io.trainyard.training.RefreshedModel;
import io.trainyard.training.Workers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of a live strategy: slices, what the feed says, what is due, what trainings have come to, and its end. Methods
 * that start with {@code on} are called by its mailbox, one at a time.
 */
final class LiveEngine {

    private static final Logger LOG = LoggerFactory.getLogger(LiveEngine.class);
    private static final String STOPPED = "the strategy was stopped";

    final LiveParts parts;
    final Mailbox mailbox;
    final Ending ending = new Ending();

    private final LiveFeed feed;
    private final HostListener listener;
    private final OnStop onStop;
    private final Duration patience;
    private final boolean stopsAtHandlerLimit;
    private final LiveMachine machine;
    private final boolean ownsMachine;
    private final @Nullable Workers ownThread;
    private final HandlerWatch watch;
    private final StrategyHost host;
    private final Refresher refresher;

    private volatile Phase phase = Phase.RUNNING;
    private volatile @Nullable HostStatus lastLook;
    private volatile @Nullable String feedProblem;
    private @Nullable StrategyFailedException failure;
    private List<Restoration> restorations = List.of();
    private long lastSliceMillis = Long.MIN_VALUE;
    private Instant armedFor = Instant.MAX;
    private Alarm alarm = () -> {};

    LiveEngine(Live live, LiveFeed feed, StoreBackend store) {
        this.feed = feed;
        this.listener = live.listener;
        this.onStop = live.onStop;
        this.patience = live.patience;
        this.stopsAtHandlerLimit = live.handlerLimit.stops();
        this.ownsMachine = live.machine == null;
        this.machine = live.machine == null ? LiveThreads.of(1, live.trainingThreads) : live.machine;
        this.ownThread = live.ownThread
                ? new Workers("trainyard-" + live.wiring.definition().name(), 1, Thread.NORM_PRIORITY)
                : null;
        this.mailbox = new Mailbox(ownThread != null ? ownThread : machine.strategies(), this::afterBatch);
        this.parts =
                LiveParts.of(live, store, machine, () -> mailbox().post(this::onHandedOver), () -> host().slices());
        this.watch = new HandlerWatch(
                live.handlerLimit, machine.stopwatch(), machine.alarms(), machine.watchers(), this::hangs);
        this.host = new StrategyHost(parts.clock(), parts.strategy(), parts.portfolio(), parts.trainer(), watch);
        this.refresher = new Refresher(
                parts.strategy().slots(),
                parts.keeper(),
                live.refresh,
                machine.alarms(),
                machine.refreshers(),
                new Refreshing(this));
    }

    private StrategyHost host() {
        return host;
    }

    private Mailbox mailbox() {
        return mailbox;
    }

    List<Restoration> restorations() {
        return restorations;
    }

    /** Restores the models and posts the first event; before the feed starts. */
    void deploy() {
        Instant now = parts.clock().now();
        Recovery recovery = parts.recovery();
        restorations = host.deploy(parts.keeper(), recovery == null || !recovery.isContinuation());
        if (recovery != null) {
            restorations.stream()
                    .flatMap(restored -> Stream.ofNullable(restored.version()))
                    .forEach(version -> recovery.restored(version, now));
        }
        LOG.info(
                "{} is deployed at {}: {}",
                parts.definition().name(),
                parts.clock().now(),
                restorations);
        mailbox.post(() -> guarded(() -> {
            listener.deployed(now);
            if (recovery != null) {
                recovery.makeUp(parts.trainer(), parts.jobs(), now);
            }
            runDue();
        }));
        if (parts.pace() instanceof Pace.RealTime) {
            refresher.start();
        }
    }

    void onSlice(Slice slice) {
        if (phase != Phase.RUNNING) {
            return;
        }
        if (slice.timeMillis() <= lastSliceMillis) {
            LOG.warn(
                    "{}: dropped {}, which is not later than the one before",
                    parts.definition().name(),
                    slice);
            return;
        }
        lastSliceMillis = slice.timeMillis();
        parts.recording().add(slice);
        guarded(() -> handle(slice));
    }

    private void handle(Slice slice) {
        Instant now = parts.clock().now();
        if (parts.pace() instanceof Pace.VirtualTime) {
            if (slice.time().isAfter(now)) {
                host.step(slice);
            }
        } else {
            Instant at = parts.pace().at(slice, now);
            host.makeUpForMissed(at);
            host.runDueUntil(at);
            parts.clock().moveForward(at);
            host.take(slice);
        }
    }

    void onInterrupted(String reason) {
        feedProblem = reason;
        LOG.warn("{}: the feed is interrupted: {}", parts.definition().name(), reason);
        listener.interrupted(reason);
    }

    void onResumed() {
        feedProblem = null;
        LOG.info("{}: the feed is there again", parts.definition().name());
        listener.resumed();
    }

    void onEnded() {
        Instant end = parts.end();
        if (phase == Phase.RUNNING) {
            guarded(() -> host.runDueUntil(end == null ? parts.clock().now() : end.minusNanos(1)));
        }
        onStop(StrategyHost.ENDED);
    }

    /** An alarm rang. */
    private void onTick() {
        if (phase == Phase.RUNNING) {
            armedFor = Instant.MAX;
            guarded(this::runDue);
        }
    }

    private void runDue() {
        Instant now = parts.pace().now(parts.clock().now());
        host.makeUpForMissed(now);
        host.runDueUntil(now);
        parts.clock().moveForward(now);
    }

    /** The store has a model of another process. */
    private void onRefreshed(RefreshedModel<?> model) {
        if (phase == Phase.RUNNING) {
            parts.clock().moveForward(parts.pace().now(parts.clock().now()));
            guarded(() -> {
                if (host.refresh(model)) {
                    LOG.info("{}: {} is in place", parts.definition().name(), model.version());
                    listener.refreshed(model.version());
                }
            });
        }
    }

    /** A training, or its limit, has something to say. */
    private void onHandedOver() {
        parts.clock().moveForward(parts.pace().now(parts.clock().now()));
        guarded(host::drain);
    }

    private void guarded(Runnable event) {
        try {
            event.run();
        } catch (StrategyFailedException e) {
            fail(e);
        } catch (RuntimeException | Error e) {
            fail(StrategyFailedException.running(
                    parts.definition().name(), parts.clock().now(), e));
        }
    }

    /** A strategy that has failed is not fed any more; its trainings end as when it is stopped, its models are kept. */
    private void fail(StrategyFailedException why) {
        if (phase != Phase.RUNNING) {
            return;
        }
        LOG.error("{} has failed", parts.definition().name(), why);
        mailbox.closeToSlices();
        feed.close();
        failure = why;
        onStop(STOPPED);
    }

    /** Brings trainings to their end. */
    private void onStop(String reason) {
        if (phase != Phase.RUNNING) {
            return;
        }
        phase = Phase.STOPPING;
        alarm.cancel();
        refresher.stop();
        if (onStop == OnStop.FINISH && parts.pace() instanceof Pace.RealTime) {
            parts.trainer().finishRunning(reason);
        } else {
            parts.trainer().cancelAll(reason);
        }
        if (onStop == OnStop.ABANDON) {
            parts.trainer().abandonAll();
        }
    }

    private void afterBatch() {
        if (phase == Phase.STOPPING
                && (onStop == OnStop.ABANDON || !parts.trainer().isRunning())) {
            end(failure);
        } else if (phase == Phase.RUNNING) {
            arm();
        }
        ending.changed();
    }

    private void arm() {
        Instant next = parts.pace() instanceof Pace.RealTime ? host.nextDue() : Instant.MAX;
        if (!next.equals(armedFor)) {
            alarm.cancel();
            armedFor = next;
            alarm = next.equals(Instant.MAX) ? () -> {} : machine.alarms().at(next, () -> mailbox.post(this::onTick));
        }
    }

    private void end(@Nullable StrategyFailedException why) {
        phase = why == null ? Phase.STOPPED : Phase.FAILED;
        lastLook = look();
        parts.stopped();
        if (ending.end(why)) {
            LOG.info("{} has stopped", parts.definition().name());
            listener.stopped(why);
        }
    }

    private void hangs(HandlerWatch.Hanging hanging) {
        LOG.warn(
                "{}: handler {} has not returned for {}: {}",
                parts.definition().name(),
                hanging.handler(),
                hanging.since(),
                hanging.stack());
        mailbox.abandonThread();
        listener.handlerHangs(hanging.handler(), hanging.since(), hanging.stack());
        if (stopsAtHandlerLimit) {
            stopHanging(hanging);
        }
    }

    /** Ends a strategy whose thread is stuck: from here on nothing of it is called any more. */
    private void stopHanging(HandlerWatch.Hanging hanging) {
        StrategyFailedException why = StrategyFailedException.hanging(hanging.handler(), hanging.since());
        phase = Phase.FAILED;
        parts.trainer().cancelRunning(STOPPED);
        refresher.stop();
        mailbox.closeToSlices();
        feed.close();
        hanging.thread().interrupt();
        if (ending.end(why)) {
            listener.stopped(why);
        }
    }

    /** Stops the strategy and returns when that is done; not for its own thread. */
    void stop() {
        if (onStop != OnStop.FINISH) {
            parts.trainer().cancelRunning(STOPPED);
        }
        mailbox.post(() -> onStop(STOPPED));
        try {
            while (!ending.isOver()) {
                ending.await(patience, () -> false);
                HandlerWatch.Hanging hanging = watch.current();
                if (!ending.isOver() && hanging != null && hanging.since().compareTo(patience) > 0) {
                    stopHanging(hanging);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (ownThread != null) {
            ownThread.close();
        }
        if (ownsMachine) {
            machine.close();
        }
    }

    HostStatus lastLook() {
        HostStatus last = lastLook;
        HandlerWatch.Hanging hanging = watch.current();
        HostStatus base = last != null ? last : LiveLook.unanswered(parts, phase, mailbox.pending());
        return LiveLook.with(base, phase, mailbox.pending(), hanging);
    }

    /** One look, by the strategy's thread. */
    HostStatus look() {
        HostStatus look = LiveLook.at(parts, host, phase, mailbox.pending(), feedProblem);
        lastLook = look;
        return look;
    }

    private record Refreshing(LiveEngine engine) implements Refresher.Report {
        @Override
        public void found(RefreshedModel<?> model) {
            engine.mailbox.post(() -> engine.onRefreshed(model));
        }

        @Override
        public void failed(String key, String problem) {
            LOG.warn("{}: {} is not refreshed: {}", engine.parts.definition().name(), key, problem);
            engine.listener.refreshFailed(key, problem);
        }
    }
}
