package io.trainyard.strategy;

import io.trainyard.market.Slice;
import io.trainyard.training.ModelStatus;
import java.util.List;

/**
 * A handler of market data, bound to a strategy.
 *
 * @param name the name of its method
 * @param always whether it is called although models are not ready
 * @param requires the models that it needs; none: all of the strategy
 * @param body calls the method
 */
public record DataHandler(String name, boolean always, List<ModelStatus> requires, Body body) {

    /** Copies the list. */
    public DataHandler {
        requires = List.copyOf(requires);
    }

    /** A handler that needs all models of the strategy. */
    public DataHandler(String name, boolean always, Body body) {
        this(name, always, List.of(), body);
    }

    /** A method that takes a slice and may throw anything. */
    @FunctionalInterface
    public interface Body {
        /** Calls the method. */
        void handle(Slice slice) throws Exception;
    }
}
