package io.trainyard.host;

import io.trainyard.portfolio.Order;
import io.trainyard.store.ModelVersion;
import io.trainyard.training.TrainingListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Told of what happens to a strategy, on its thread except where said. */
public interface HostListener extends TrainingListener {

    /** The strategy is deployed and its stored models are restored. */
    default void deployed(Instant at) {}

    /** The strategy has placed an order; live only. */
    default void ordered(Order order) {}

    /** An order was filled, canceled or rejected; live only. */
    default void orderSettled(Order order) {}

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
