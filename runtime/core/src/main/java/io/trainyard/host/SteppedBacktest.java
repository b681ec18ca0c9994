package io.trainyard.host;

import io.trainyard.market.Recording;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingJob;
import io.trainyard.training.TrainingRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A backtest that is turned by hand: slices come, and time passes, as somebody says; what is due in between happens as in a
 * {@link BacktestRun}, by the same code. For harnesses; made by {@link Backtest#stepped}. For one thread.
 */
public final class SteppedBacktest {

    private final BacktestEngine engine;
    private final Recording recording;
    private final HostListener listener;
    private List<Restoration> restorations = List.of();

    SteppedBacktest(BacktestEngine engine, Recording recording, HostListener listener) {
        this.engine = engine;
        this.recording = recording;
        this.listener = listener;
    }

    /**
     * Restores the stored models, and does what is due at deployment.
     *
     * @throws StrategyFailedException if a handler throws
     */
    public void deploy() {
        restorations = engine.host().deploy(engine.keeper(), true);
        listener.deployed(engine.clock().now());
        advanceTo(engine.clock().now());
    }

    /** Does all that is due at or before a market time, each with the clock at its own time. */
    public void advanceTo(Instant time) {
        engine.host().runDueUntil(time);
        engine.clock().moveForward(time);
    }

    /**
     * A slice has come, and is known from now on.
     *
     * @throws IllegalArgumentException if it ended before what the clock shows
     * @throws StrategyFailedException if a handler throws
     */
    public void take(Slice slice) {
        if (slice.time().isBefore(now())) {
            throw new IllegalArgumentException(slice + " ended before " + now() + ", which is what the clock shows");
        }
        recording.add(slice);
        engine.host().step(slice);
    }

    /**
     * Lets a training that is paused run again from its next occasion on.
     *
     * @throws IllegalArgumentException if there is no training of that name
     */
    public void resume(String training) {
        engine.trainer().resume(training);
    }

    /** Cancels what is still to come: the bars have ended. What models hold outside the heap is freed. */
    public void end() {
        engine.trainer().cancelAll(StrategyHost.ENDED);
        engine.trainer().close();
    }

    /**
     * The strategy's Dagger component, for instance as a dependency of one's own.
     *
     * @throws ClassCastException if the component is of another type
     */
    public <C> C component(Class<C> type) {
        return type.cast(engine.strategy().component());
    }

    /** What the market's clock shows. */
    public Instant now() {
        return engine.clock().now();
    }

    /** What deployment found in the store. */
    public List<Restoration> restorations() {
        return restorations;
    }

    /** What became of the trainings so far. */
    public List<TrainingRun> trainings() {
        return engine.history().runs();
    }

    /** The stored models. */
    public List<ModelStatus> models() {
        return engine.strategy().guard().models();
    }

    /** The training budget. */
    public TrainingBudget budget() {
        return engine.budget();
    }

    /** Every order so far. */
    public List<Order> orders() {
        return engine.portfolio().orders();
    }

    /** Every fill so far. */
    public List<Fill> fills() {
        return engine.portfolio().fills();
    }

    /** How many slices it was offered. */
    public long slices() {
        return engine.host().slices();
    }

    /** How many of them came while a model was not ready. */
    public long withheld() {
        return engine.host().withheld();
    }

    /** When something is due next, be it a training or a model that arrives; empty if nothing ever is. */
    public Optional<Instant> next() {
        Instant next = engine.host().nextDue();
        return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
    }

    /** When a training is due next by its schedules; empty if it never is, or there is none of that name. */
    public Optional<Instant> nextDue(String training) {
        for (TrainingJob job : engine.strategy().jobs()) {
            if (job.definition().name().equals(training)) {
                return engine.host().nextDue(job);
            }
        }
        return Optional.empty();
    }
}
