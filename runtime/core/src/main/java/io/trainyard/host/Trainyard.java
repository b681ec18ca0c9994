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

    /**
     * A strategy to be run live.
     *
     * @throws IllegalArgumentException if the processor has not seen the class
     */
    public static Live live(Class<?> strategy) {
        return live(Strategies.of(strategy));
    }

    /** A strategy found by {@link Strategies}, to be run live. */
    public static Live live(StrategyWiring strategy) {
        return new Live(strategy);
    }
}
