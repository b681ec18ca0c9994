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

/** A strategy that runs beside a market. Its methods may be called from any thread, where not said otherwise. */
public final class LiveRun implements HostView, AutoCloseable {

    private final LiveFeed feed;
    private final LiveEngine engine;

    LiveRun(Live live, LiveFeed feed, StoreBackend store) {
        this.feed = feed;
        this.engine = new LiveEngine(live, feed, store);
    }

    void start() {
        engine.deploy(this);
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
     * @throws IllegalStateException on the strategy's own thread, which would wait for itself
     */
    public boolean awaitReady(Duration atMost) throws InterruptedException {
        engine.stop().checkMayWait();
        return engine.stop()
                .ending()
                .await(atMost, () -> engine.parts.strategy().guard().isModelReady());
    }

    /**
     * Waits until the strategy has stopped.
     *
     * @return whether it has; false if the time is over
     * @throws StrategyFailedException if it has failed
     * @throws IllegalStateException on the strategy's own thread, which would wait for itself
     */
    public boolean await(Duration atMost) throws InterruptedException {
        engine.stop().checkMayWait();
        boolean stopped = engine.stop().ending().await(atMost, () -> false)
                || engine.stop().ending().isOver();
        engine.stop().ending().throwFailure();
        return stopped;
    }

    @Override
    public String strategy() {
        return engine.parts.definition().name();
    }

    @Override
    public HostStatus status() {
        return engine.status();
    }

    /** What deployment found in the store. */
    public List<Restoration> restorations() {
        return engine.restorations();
    }

    /** What became of the last 10,000 trainings. */
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
        engine.post(() -> engine.parts.trainer().resume(training));
    }

    /**
     * Stops the strategy in good order: the feed is closed, what has come is handled, trainings that run are finished,
     * cancelled or abandoned as configured, and its threads end. Returns when that is done; on a strategy that has stopped,
     * at once. On a thread of the strategy's, that of a handler, a training or a listener, it returns at once, too, and the strategy
     * stops when that thread has returned: {@link #await} on another one waits for it.
     */
    @Override
    public void close() {
        engine.close();
    }

    private final class Sink implements LiveFeed.Sink {
        @Override
        public void slice(Slice slice) {
            engine.slice(slice);
        }

        @Override
        public void interrupted(String reason) {
            engine.post(() -> engine.onInterrupted(reason));
        }

        @Override
        public void resumed() {
            engine.post(engine::onResumed);
        }

        @Override
        public void ended() {
            engine.post(engine::onEnded);
        }
    }
}
