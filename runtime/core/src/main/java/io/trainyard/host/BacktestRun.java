package io.trainyard.host;

import io.trainyard.host.HostStatus.Phase;
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
import io.trainyard.training.TrainingCache;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A strategy that is wired to the parts of a backtest and waits to be run, once. */
public final class BacktestRun implements HostView {

    private static final int SLICES_BETWEEN_REPORTS = 4096;

    private final StrategyDefinition definition;
    private final Tape tape;
    private final Instant from;
    private final Instant to;
    private final Listeners listeners = new Listeners();
    private final BacktestEngine engine;
    private final Optional<TrainingCache> cache;
    private final HostLook look;
    private volatile Phase phase = Phase.RUNNING;
    private volatile @Nullable Thread thread;
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
            Stopwatch stopwatch,
            List<HostListener> told) {
        this.definition = wiring.definition();
        this.tape = tape;
        this.from = from;
        this.to = to;
        told.forEach(listeners::add);
        this.engine = BacktestEngine.of(
                wiring,
                new ManualClock(from, definition.zone()),
                tape::history,
                tape.series().stream().map(BarSeries::symbol).toList(),
                account,
                budget,
                store,
                stopwatch,
                SystemAlarms.shared(),
                listeners);
        this.cache = caching.cache(definition, tape, from, account, store);
        cache.ifPresent(engine.keeper()::cachingIn);
        this.look = engine.look(definition.name());
        listeners.addFirst(look);
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

    /** How many trainings so far were not called, since the {@linkplain Backtest#cache cache} had what they come to. */
    public int fromCache() {
        return cache.map(TrainingCache::found).orElse(0);
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
        thread = Thread.currentThread();
        listeners.attached(this);
        try {
            var restorations = engine.host().deploy(engine.keeper(), true);
            listeners.deployed(engine.clock().now());
            runOver(tape.feed(from, to));
            end(Phase.STOPPED, null);
            return result(restorations);
        } catch (StrategyFailedException e) {
            end(Phase.FAILED, e);
            throw e;
        }
    }

    private void end(Phase how, @Nullable StrategyFailedException why) {
        phase = how;
        look.publish();
        thread = null;
        listeners.stopped(why);
        engine.trainer().close();
    }

    private BacktestResult result(List<Restoration> restorations) {
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
                reached();
            }
        }
        host.runDueUntil(to.minusNanos(1));
        engine.trainer().cancelAll(StrategyHost.ENDED);
        reached();
    }

    private void reached() {
        look.publish();
        listeners.reached(engine.clock().now());
    }

    @Override
    public String strategy() {
        return definition.name();
    }

    @Override
    public HostStatus status() {
        if (thread == Thread.currentThread()) {
            look.publish();
        }
        return look.status(phase, 0, null, null);
    }
}
