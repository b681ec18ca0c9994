package io.trainyard.host;

import io.trainyard.portfolio.Order;
import io.trainyard.store.ModelVersion;
import io.trainyard.training.TrainingListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Told of what happens to a strategy, on its thread except where said. What a listener throws is logged and changes nothing. It may
 * look at the strategy, and stop it: {@link LiveRun#close} does not wait on this thread.
 */
public interface HostListener extends TrainingListener {

    /** The strategy is there; before it is deployed, and for the listener to look at from time to time. */
    default void attached(HostView host) {}

    /** The strategy is deployed and its stored models are restored. */
    default void deployed(Instant at) {}

    /** The strategy has placed an order; live only. */
    default void ordered(Order order) {}

    /** An order was filled, canceled or rejected; live only. */
    default void orderSettled(Order order) {}

    /**
     * A handler has returned, or thrown. Told live only: a backtest does not look at the clock of the machine for each bar.
     *
     * @param handler the name of its method
     * @param took machine time
     */
    default void handled(String handler, Duration took) {}

    /**
     * A handler is over its limit and has not returned; on another thread than the strategy's.
     *
     * @param handler the name of its method
     * @param since how long it has been called, machine time
     * @param stack where it is
     */
    default void handlerHangs(String handler, Duration since, List<StackTraceElement> stack) {}

    /** The feed has lost its connection and tries again by itself. */
    default void interrupted(String reason) {}

    /** The feed has its connection again. */
    default void resumed() {}

    /**
     * What is due at the end of a bar has waited for that bar, which has not come, and goes without it.
     *
     * @param due market time at which it was due, and at which the bar may have ended
     * @param waited how long it waited, see {@link Live#waitForBars}
     */
    default void barMissing(Instant due, Duration waited) {}

    /** A model that another process has committed is in place. */
    default void refreshed(ModelVersion version) {}

    /**
     * The store has a model of another process that cannot be read; the one in place stays. Told once for each reason; on
     * another thread than the strategy's.
     *
     * @param key its key
     * @param reason why, in words
     */
    default void refreshFailed(String key, String reason) {}

    /**
     * The strategy has stopped.
     *
     * @param failure what stopped it, null if somebody did or its recording is over
     */
    default void stopped(@Nullable StrategyFailedException failure) {}
}
