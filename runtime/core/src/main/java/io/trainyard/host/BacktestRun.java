package io.trainyard.host;

import io.trainyard.host.HostStatus.Phase;
import io.trainyard.market.BarSeries;
import io.trainyard.market.History;
import io.trainyard.market.MarketFeed;
import io.trainyard.market.Slice;
import io.trainyard.market.Tape;
import io.trainyard.portfolio.Account;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.portfolio.SimulatedPortfolio;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.time.ManualClock;
import io.trainyard.time.MarketClock;
import io.trainyard.time.Stopwatch;
import io.trainyard.time.SystemAlarms;
import io.trainyard.training.CodeFingerprint;
import io.trainyard.training.Lane;
import io.trainyard.training.ModelKeeper;
import io.trainyard.training.RunHistory;
import io.trainyard.training.Timing;
import io.trainyard.training.Trainer;
import io.trainyard.training.TrainerParts;
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
    private final ManualClock clock;
    private final Listeners listeners = new Listeners();
    private final RunHistory history = new RunHistory();
    private final Trainer trainer;
    private final SimulatedPortfolio portfolio;
    private final WiredStrategy strategy;
    private final ModelKeeper keeper;
    private final Optional<TrainingCache> cache;
    private final StrategyHost host;
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
        ManualClock clock = new ManualClock(from, definition.zone());
        this.clock = clock;
        told.forEach(listeners::add);
        History known = tape.history(clock);
        this.portfolio = new SimulatedPortfolio(
                account, tape.series().stream().map(BarSeries::symbol).toList(), clock);
        this.strategy =
                wire(wiring, new Parts(clock, known, portfolio, ObjectStore.asOf(store, clock, definition.embargo())));
        this.keeper = new ModelKeeper(store, clock, known, CodeFingerprint.of(definition.type()))
                .withEmbargo(definition.embargo());
        this.cache = caching.cache(definition, tape, from, account, store);
        cache.ifPresent(keeper::cachingIn);
        this.trainer = new Trainer(
                new TrainerParts(
                        definition.name(),
                        clock,
                        Timing.inStep(clock),
                        stopwatch,
                        SystemAlarms.shared(),
                        TrainerParts.STANDARD_PATIENCE,
                        Lane.inline(),
                        () -> {},
                        budget,
                        keeper,
                        history,
                        listeners),
                strategy.jobs());
        this.host = new StrategyHost(clock, strategy, portfolio, trainer, CallWatch.NONE);
        this.look = new HostLook(definition.name(), strategy, host, trainer, budget, history, portfolio, clock::now);
        listeners.addFirst(look);
    }

    private static WiredStrategy wire(StrategyWiring wiring, HostParts parts) {
        try {
            return wiring.wire(parts);
        } catch (RuntimeException | Error e) {
            throw StrategyFailedException.making(wiring.definition().name(), e);
        }
    }

    /**
     * The strategy's Dagger component, for instance as a dependency of one's own.
     *
     * @param type the generated type, {@code SundayTrend_Component.class}
     * @throws ClassCastException if the component is of another type
     */
    public <C> C component(Class<C> type) {
        return type.cast(strategy.component());
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
            var restorations = host.deploy(keeper, true);
            listeners.deployed(clock.now());
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
    }

    private BacktestResult result(List<Restoration> restorations) {
        return new BacktestResult(
                definition,
                from,
                to,
                host.slices(),
                host.withheld(),
                restorations,
                history.runs(),
                strategy.guard().models(),
                portfolio.orders(),
                portfolio.fills(),
                portfolio.account().cash(),
                portfolio.curve(),
                tape);
    }

    private void runOver(MarketFeed feed) {
        host.runDueUntil(from);
        for (Slice slice = feed.next(); slice != null; slice = feed.next()) {
            host.step(slice);
            if (host.slices() % SLICES_BETWEEN_REPORTS == 0) {
                reached();
            }
        }
        host.runDueUntil(to.minusNanos(1));
        trainer.cancelAll(StrategyHost.ENDED);
        reached();
    }

    private void reached() {
        look.publish();
        listeners.reached(clock.now());
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

    private record Parts(MarketClock clock, History history, Portfolio portfolio, ObjectStore store)
            implements HostParts {}
}
