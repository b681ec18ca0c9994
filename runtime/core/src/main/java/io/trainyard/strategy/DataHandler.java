package io.trainyard.strategy;

import io.trainyard.market.Slice;

/**
 * A handler of market data, bound to a strategy.
 *
 * @param name the name of its method
 * @param always whether it is called although models are not ready
 * @param body calls the method
 */
public record DataHandler(String name, boolean always, Body body) {

    /** A method that takes a slice and may throw anything. */
    @FunctionalInterface
    public interface Body {
        /** Calls the method. */
        void handle(Slice slice) throws Exception;
    }
}
