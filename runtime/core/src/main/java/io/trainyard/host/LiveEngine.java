package io.trainyard.host;

import io.trainyard.market.LiveFeed;
import io.trainyard.market.Slice;
import io.trainyard.store.StoreBackend;
import io.trainyard.time.Alarms;
import io.trainyard.training.Recovery;
import io.trainyard.training.RefreshedModel;
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

    final LiveParts parts;

    private final LiveFeed feed;
    private final Mailbox mailbox;
    private final Listeners listeners = new Listeners();
    private final boolean stopsAtHandlerLimit;
    private final HandlerWatch watch;
    private final StrategyHost host;
    private final HostLook look;
    private final LiveDue due;
    private final Refresher refresher;
    private final LiveStop stop;
    private final OrderNews orders;

    private volatile @Nullable String feedProblem;
    private List<Restoration> restorations = List.of();
    private long lastSliceMillis = Long.MIN_VALUE;

    LiveEngine(Live live, LiveFeed feed, StoreBackend store) {
        this.feed = feed;
        this.stopsAtHandlerLimit = live.handlerLimit.stops();
        LiveWorkers workers = LiveWorkers.of(live);
        LiveMachine machine = workers.machine();
        live.listeners.forEach(listeners::add);
        this.mailbox = new Mailbox(workers.forEvents(), this::afterBatch);
        this.parts = LiveParts.of(
                live, store, machine, listeners, () -> mailbox().post(this::onHandedOver), () -> host().slices());
        this.watch = new HandlerWatch(
                live.handlerLimit,
                machine.stopwatch(),
                machine.alarms(),
                machine.watchers(),
                this::hangs,
                listeners::handled);
        this.host = new StrategyHost(parts.clock(), parts.strategy(), parts.portfolio(), parts.trainer(), watch);
        this.look = new HostLook(
                name(),
                parts.strategy(),
                host,
                parts.trainer(),
                parts.budget(),
                parts.history(),
                parts.portfolio(),
                () -> parts.pace().now(parts.clock().now()));
        listeners.addFirst(look);
        BarGrace grace = new BarGrace(
                new BarEnds(
                        parts.definition().subscriptions(), parts.definition().type()),
                live.barGrace);
        Alarms alarms = live.machineAlarms == null ? machine.alarms() : live.machineAlarms;
        this.due = new LiveDue(
                parts.pace(),
                parts.clock(),
                host,
                grace,
                alarms,
                () -> mailbox().post(this::onTick),
                at -> missing(at, grace));
        this.orders = new OrderNews(parts.portfolio()::orders, listeners);
        this.refresher = new Refresher(
                parts.strategy().slots(),
                parts.keeper(),
                live.refresh,
                machine.alarms(),
                machine.refreshers(),
                new Refreshing(this));
        this.stop = new LiveStop(parts, mailbox, workers, watch, listeners, live, this::quiet);
    }

    private StrategyHost host() {
        return host;
    }

    private Mailbox mailbox() {
        return mailbox;
    }

    private String name() {
        return parts.definition().name();
    }

    LiveStop stop() {
        return stop;
    }

    List<Restoration> restorations() {
        return restorations;
    }

    /** Restores the models and posts the first event; before the feed starts. */
    void deploy(HostView view) {
        listeners.attached(view);
        Instant now = parts.clock().now();
        Recovery recovery = parts.recovery();
        restorations = host.deploy(parts.keeper(), recovery == null || !recovery.isContinuation());
        if (recovery != null) {
            restorations.stream()
                    .flatMap(restored -> Stream.ofNullable(restored.version()))
                    .forEach(version -> recovery.restored(version, now));
        }
        LOG.info("{} is deployed at {}: {}", name(), now, restorations);
        mailbox.post(() -> guarded(() -> {
            listeners.deployed(now);
            if (recovery != null) {
                recovery.makeUp(parts.trainer(), parts.jobs(), now);
            }
            due.run();
        }));
        if (parts.pace() instanceof Pace.RealTime) {
            refresher.start();
        }
    }

    /** Ends what brings events. */
    private void quiet() {
        due.disarm();
        refresher.stop();
        try {
            feed.close();
        } catch (RuntimeException e) {
            LOG.error("{}: the feed cannot be closed", name(), e);
        }
    }

    /** The feed has a slice; waits while too many are there. */
    void slice(Slice slice) {
        mailbox.postSlice(() -> onSlice(slice));
    }

    private void onSlice(Slice slice) {
        if (!stop.isRunning()) {
            return;
        }
        if (slice.timeMillis() <= lastSliceMillis) {
            LOG.warn("{}: dropped {}, which is not later than the one before", name(), slice);
            return;
        }
        lastSliceMillis = slice.timeMillis();
        parts.recording().add(slice);
        guarded(() -> due.take(slice));
    }

    /** Does something on the strategy's thread. */
    void post(Runnable event) {
        mailbox.post(() -> {
            event.run();
            look.publish();
        });
    }

    void onInterrupted(String reason) {
        feedProblem = reason;
        LOG.warn("{}: the feed is interrupted: {}", name(), reason);
        listeners.interrupted(reason);
    }

    void onResumed() {
        feedProblem = null;
        LOG.info("{}: the feed is there again", name());
        listeners.resumed();
    }

    void onEnded() {
        Instant end = parts.end();
        if (stop.isRunning()) {
            guarded(() -> host.runDueUntil(end == null ? parts.clock().now() : end.minusNanos(1)));
        }
        stop.begin(StrategyHost.ENDED);
    }

    /** An alarm rang. */
    private void onTick() {
        if (stop.isRunning()) {
            due.ticked();
            guarded(due::run);
        }
    }

    private void missing(Instant at, BarGrace grace) {
        LOG.warn("{}: what is due at {} goes without the bar of that time, which has not come", name(), at);
        listeners.barMissing(at, grace.atMost());
    }

    /** The store has a model of another process. */
    private void onRefreshed(RefreshedModel<?> model) {
        if (stop.isRunning()) {
            due.moveClock();
            guarded(() -> host.refresh(model, () -> {
                LOG.info("{}: {} is in place", name(), model.version());
                listeners.refreshed(model.version());
            }));
        }
    }

    /** A training, or its limit, has something to say. */
    private void onHandedOver() {
        due.moveClock();
        guarded(host::drain);
    }

    private void guarded(Runnable event) {
        try {
            event.run();
            orders.tell();
        } catch (StrategyFailedException e) {
            stop.fail(e);
        } catch (RuntimeException | Error e) {
            stop.fail(StrategyFailedException.running(name(), parts.clock().now(), e));
        }
        look.publish();
    }

    private void afterBatch() {
        if (stop.isRunning()) {
            due.arm();
        }
        stop.goOn();
    }

    private void hangs(HandlerWatch.Hanging hanging) {
        LOG.warn(
                "{}: handler {} has not returned for {}: {}",
                name(),
                hanging.handler(),
                hanging.since(),
                hanging.stack());
        mailbox.abandonThread();
        listeners.handlerHangs(hanging.handler(), hanging.since(), hanging.stack());
        if (stopsAtHandlerLimit) {
            stop.giveUp(hanging);
        }
    }

    /** Takes no more slices, and comes to an end. */
    void close() {
        mailbox.closeToSlices();
        feed.close();
        stop.stop();
    }

    HostStatus status() {
        if (mailbox.isOwn()) {
            look.publish();
        }
        return look.status(stop.phase(), mailbox.pending(), watch.current(), feedProblem);
    }

    private record Refreshing(LiveEngine engine) implements Refresher.Report {
        @Override
        public void found(RefreshedModel<?> model) {
            engine.mailbox.post(() -> engine.onRefreshed(model));
        }

        @Override
        public void failed(String key, String problem) {
            LOG.warn("{}: {} is not refreshed: {}", engine.name(), key, problem);
            engine.listeners.refreshFailed(key, problem);
        }
    }
}
