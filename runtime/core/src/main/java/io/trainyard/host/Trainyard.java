package io.trainyard.host;

import io.trainyard.strategy.StrategyWiring;

/** Where one starts: runs the strategies that were compiled with Trainyard's processor. */
public final class Trainyard {

    private Trainyard() {}

    /**
     * A backtest of a strategy.
     *
     * @throws IllegalArgumentException if the processor has not seen the class
     */
    public static Backtest backtest(Class<?> strategy) {
        return backtest(Strategies.of(strategy));
    }

    /** A backtest of a strategy found by {@link Strategies}. */
    public static Backtest backtest(StrategyWiring strategy) {
        return new Backtest(strategy);
    }
}
