package io.trainyard.host;

import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketFeed;
import io.trainyard.market.Slice;
import io.trainyard.market.Tape;
import io.trainyard.portfolio.Account;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.time.ManualClock;
import io.trainyard.time.Stopwatch;
import io.trainyard.time.SystemAlarms;
import io.trainyard.training.TrainingBudget;
import java.time.Instant;

/** A strategy that is wired to the parts of a backtest and waits to be run, once. */
public final class BacktestRun {

    private static final int SLICES_BETWEEN_REPORTS = 4096;

    private final StrategyDefinition definition;
    private final Tape tape;
    private final Instant from;
    private final Instant to;
    private final BacktestListener listener;
    private final BacktestEngine engine;
    private boolean started;

    BacktestRun(
            StrategyWiring wiring,
            Tape tape,
            Instant from,
            Instant to,
            Account account,
            TrainingBudget budget,
            StoreBackend store,
            Caching caching,
            BacktestListener listener) {
        this.definition = wiring.definition();
        this.tape = tape;
        this.from = from;
        this.to = to;
        this.listener = listener;
        this.engine = BacktestEngine.of(
                wiring,
                new ManualClock(from, definition.zone()),
                tape::history,
                tape.series().stream().map(BarSeries::symbol).toList(),
                account,
                budget,
                store,
                Stopwatch.system(),
                SystemAlarms.shared(),
                listener);
        caching.cache(definition, tape, from, account, store).ifPresent(engine.keeper()::cachingIn);
    }

    /**
     * The strategy's Dagger component, for instance as a dependency of one's own.
     *
     * @param type the generated type, {@code SundayTrend_Component.class}
     * @throws ClassCastException if the component is of another type
     */
    public <C> C component(Class<C> type) {
        return type.cast(engine.strategy().component());
    }

    /** When it starts, on the market clock. */
    public Instant from() {
        return from;
    }

    /** When it ends, on the market clock. */
    public Instant to() {
        return to;
    }

    /** How many bars it runs over. */
    public long bars() {
        return tape.count(from, to);
    }

    /**
     * Runs the strategy to the end.
     *
     * @throws StrategyFailedException if a handler throws
     * @throws IllegalStateException if it ran before
     */
    public BacktestResult run() {
        if (started) {
            throw new IllegalStateException("a backtest runs once: deploy it again");
        }
        started = true;
        var restorations = engine.host().deploy(engine.keeper(), true);
        listener.deployed(engine.clock().now());
        runOver(tape.feed(from, to));
        return new BacktestResult(
                definition,
                from,
                to,
                engine.host().slices(),
                engine.host().withheld(),
                restorations,
                engine.history().runs(),
                engine.strategy().guard().models(),
                engine.portfolio().orders(),
                engine.portfolio().fills(),
                engine.portfolio().account().cash(),
                engine.portfolio().curve(),
                tape);
    }

    private void runOver(MarketFeed feed) {
        StrategyHost host = engine.host();
        host.runDueUntil(from);
        for (Slice slice = feed.next(); slice != null; slice = feed.next()) {
            host.step(slice);
            if (host.slices() % SLICES_BETWEEN_REPORTS == 0) {
                listener.reached(engine.clock().now());
            }
        }
        host.runDueUntil(to.minusNanos(1));
        engine.trainer().cancelAll(StrategyHost.ENDED);
        listener.reached(engine.clock().now());
    }
}
