package io.trainyard.host;

import io.trainyard.market.History;
import io.trainyard.portfolio.Account;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.portfolio.SimulatedPortfolio;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.time.Alarms;
import io.trainyard.time.ManualClock;
import io.trainyard.time.MarketClock;
import io.trainyard.time.Stopwatch;
import io.trainyard.training.CodeFingerprint;
import io.trainyard.training.Lane;
import io.trainyard.training.ModelKeeper;
import io.trainyard.training.RunHistory;
import io.trainyard.training.Timing;
import io.trainyard.training.Trainer;
import io.trainyard.training.TrainerParts;
import io.trainyard.training.TrainingBudget;
import java.util.List;
import java.util.function.Function;

/** What a backtest is made of, whoever turns it: trainings run here and now, in step with the market. */
record BacktestEngine(
        ManualClock clock,
        SimulatedPortfolio portfolio,
        WiredStrategy strategy,
        ModelKeeper keeper,
        TrainingBudget budget,
        RunHistory history,
        Trainer trainer,
        StrategyHost host) {

    /**
     * Makes the strategy and wires it.
     *
     * @param known what is known of the market at the time that a clock shows
     * @throws StrategyFailedException if the constructor of the strategy throws
     */
    static BacktestEngine of(
            StrategyWiring wiring,
            ManualClock clock,
            Function<MarketClock, History> known,
            List<String> symbols,
            Account account,
            TrainingBudget budget,
            StoreBackend store,
            Stopwatch stopwatch,
            Alarms alarms,
            HostListener listener) {
        StrategyDefinition definition = wiring.definition();
        History history = known.apply(clock);
        SimulatedPortfolio portfolio = new SimulatedPortfolio(account, symbols, clock);
        WiredStrategy strategy = wire(
                wiring, new Parts(clock, history, portfolio, ObjectStore.asOf(store, clock, definition.embargo())));
        ModelKeeper keeper = new ModelKeeper(store, clock, history, CodeFingerprint.of(definition.type()))
                .withEmbargo(definition.embargo());
        RunHistory runs = new RunHistory();
        Trainer trainer = new Trainer(
                new TrainerParts(
                        definition.name(),
                        clock,
                        Timing.inStep(clock),
                        stopwatch,
                        alarms,
                        TrainerParts.STANDARD_PATIENCE,
                        Lane.inline(),
                        () -> {},
                        budget,
                        keeper,
                        runs,
                        listener),
                strategy.jobs());
        StrategyHost host = new StrategyHost(clock, strategy, portfolio, trainer, CallWatch.NONE);
        return new BacktestEngine(clock, portfolio, strategy, keeper, budget, runs, trainer, host);
    }

    /** Looks at it. */
    HostLook look(String name) {
        return new HostLook(name, strategy, host, trainer, budget, history, portfolio, clock::now);
    }

    private static WiredStrategy wire(StrategyWiring wiring, HostParts parts) {
        try {
            return wiring.wire(parts);
        } catch (RuntimeException | Error e) {
            throw StrategyFailedException.making(wiring.definition().name(), e);
        }
    }

    private record Parts(MarketClock clock, History history, Portfolio portfolio, ObjectStore store)
            implements HostParts {}
}
