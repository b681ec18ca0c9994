package io.trainyard.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the market at the time that the clock shows: bars that have ended, and no others. The methods take
 * the symbol of a subscription; where the strategy has one subscription only it may be left out.
 */
public interface History {

    /**
     * The closes of the latest bars, oldest first.
     *
     * @param symbol of a subscription
     * @param count how many at most; fewer come back where fewer are known
     * @throws IllegalArgumentException if the strategy does not subscribe to the symbol, or {@code count} is negative
     */
    double[] closes(String symbol, int count);

    /**
     * The latest bars, oldest first.
     *
     * @param symbol of a subscription
     * @param count how many at most; fewer come back where fewer are known
     * @throws IllegalArgumentException if the strategy does not subscribe to the symbol, or {@code count} is negative
     */
    List<Bar> bars(String symbol, int count);

    /**
     * The closes of the latest bars of the only subscription, oldest first.
     *
     * @throws IllegalStateException if the strategy has several subscriptions
     */
    double[] closes(int count);

    /**
     * The latest bars of the only subscription, oldest first.
     *
     * @throws IllegalStateException if the strategy has several subscriptions
     */
    List<Bar> bars(int count);

    /** When the latest known bar of any subscription ends; empty while none is known. */
    Optional<Instant> knownUntil();
}
