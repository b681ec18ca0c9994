package io.trainyard.host;

import io.trainyard.market.LiveFeed;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.store.StoreBackend;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingRun;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A strategy that runs beside a market. Its methods may be called from any thread but the strategy's own, where not said. */
public final class LiveRun implements AutoCloseable {

    private static final long SECONDS_FOR_A_LOOK = 1;

    private final LiveFeed feed;
    private final LiveEngine engine;

    LiveRun(Live live, LiveFeed feed, StoreBackend store) {
        this.feed = feed;
        this.engine = new LiveEngine(live, feed, store);
    }

    void start() {
        engine.deploy();
        feed.start(new Sink());
    }

    /**
     * The strategy's Dagger component, for instance as a dependency of one's own.
     *
     * @throws ClassCastException if the component is of another type
     */
    public <C> C component(Class<C> type) {
        return type.cast(engine.parts.strategy().component());
    }

    /**
     * Waits until all models of the strategy are ready.
     *
     * @return whether they are; false if the time is over, or the strategy has stopped before
     */
    public boolean awaitReady(Duration atMost) throws InterruptedException {
        return engine.ending.await(atMost, () -> engine.parts.strategy().guard().isModelReady());
    }

    /**
     * Waits until the strategy has stopped.
     *
     * @return whether it has; false if the time is over
     * @throws StrategyFailedException if it has failed
     */
    public boolean await(Duration atMost) throws InterruptedException {
        boolean stopped = engine.ending.await(atMost, () -> false) || engine.ending.isOver();
        engine.ending.throwFailure();
        return stopped;
    }

    /** Where it stands; if its thread does not answer within a second, what was known before, and what holds it up. */
    public HostStatus status() {
        CompletableFuture<HostStatus> look = new CompletableFuture<>();
        engine.mailbox.post(() -> look.complete(engine.look()));
        if (engine.ending.isOver()) {
            return engine.lastLook();
        }
        try {
            return look.get(SECONDS_FOR_A_LOOK, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return engine.lastLook();
        } catch (ExecutionException | TimeoutException e) {
            return engine.lastLook();
        }
    }

    /** What deployment found in the store. */
    public List<Restoration> restorations() {
        return engine.restorations();
    }

    /** What became of the trainings so far. */
    public List<TrainingRun> trainings() {
        return engine.parts.history().runs();
    }

    /** The stored models. */
    public List<ModelStatus> models() {
        return engine.parts.strategy().guard().models();
    }

    /** The training budget. */
    public TrainingBudget budget() {
        return engine.parts.budget();
    }

    /** Every order; complete once the strategy has stopped, and not to be asked before. */
    public List<Order> orders() {
        return engine.parts.portfolio().orders();
    }

    /** Every fill; complete once the strategy has stopped, and not to be asked before. */
    public List<Fill> fills() {
        return engine.parts.portfolio().fills();
    }

    /**
     * Lets a training that is paused run again from its next occasion on.
     *
     * @throws IllegalArgumentException if there is no training of that name
     */
    public void resume(String training) {
        if (engine.parts.strategy().jobs().stream()
                .noneMatch(job -> job.definition().name().equals(training))) {
            throw new IllegalArgumentException("no training is called " + training);
        }
        engine.mailbox.post(() -> engine.parts.trainer().resume(training));
    }

    /**
     * Stops the strategy in good order: the feed is closed, what has come is handled, trainings that run are finished,
     * cancelled or abandoned as configured, and its threads end. Returns when that is done; on a strategy that has stopped,
     * at once.
     */
    @Override
    public void close() {
        engine.mailbox.closeToSlices();
        feed.close();
        engine.stop();
    }

    private final class Sink implements LiveFeed.Sink {
        @Override
        public void slice(Slice slice) {
            engine.mailbox.postSlice(() -> engine.onSlice(slice));
        }

        @Override
        public void interrupted(String reason) {
            engine.mailbox.post(() -> engine.onInterrupted(reason));
        }

        @Override
        public void resumed() {
            engine.mailbox.post(engine::onResumed);
        }

        @Override
        public void ended() {
            engine.mailbox.post(engine::onEnded);
        }
    }
}
