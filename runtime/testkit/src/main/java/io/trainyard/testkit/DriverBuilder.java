package io.trainyard.testkit;

import io.trainyard.Tier;
import io.trainyard.host.Strategies;
import io.trainyard.portfolio.Account;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.training.TrainingQuota;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says how a strategy is to be driven. Made by {@link StrategyDriver#of}; each method returns the same object. */
public final class DriverBuilder {

    private final StrategyWiring wiring;
    private final @Nullable TestWiring graph;
    private Mode mode = Mode.BACKTEST;
    private @Nullable String start;
    private Account account = Account.of(100_000);
    private TrainingQuota quota;
    private @Nullable StoreBackend store;
    private Consumer<Replacements> replacements = all -> {};

    DriverBuilder(Class<?> strategy, @Nullable Class<?> test) {
        this(Strategies.of(strategy), test == null ? null : TestGraphs.find(strategy, test));
    }

    DriverBuilder(StrategyWiring wiring, @Nullable TestWiring graph) {
        this.wiring = wiring;
        this.graph = graph;
        this.quota = TrainingQuota.of(wiring.definition().tier());
    }

    /** As what it runs; {@link Mode#BACKTEST} where nothing is said. */
    public DriverBuilder mode(Mode other) {
        this.mode = other;
        return this;
    }

    /**
     * Market time of the deployment, such as {@code 2024-03-08T09:30} in the strategy's zone. Where nothing is said, it is the
     * end of the last bar of the past, or the day of the first bar that comes, or 2024-01-01.
     */
    public DriverBuilder startingAt(String time) {
        this.start = time.isEmpty() ? null : time;
        return this;
    }

    /** The terms on which it trades; 100,000 of cash where nothing is said. */
    public DriverBuilder account(Account terms) {
        this.account = terms;
        return this;
    }

    /** The training budget, of another tier than the strategy's. */
    public DriverBuilder tier(Tier tier) {
        return quota(TrainingQuota.of(tier));
    }

    /** The training budget, of no tier. */
    public DriverBuilder quota(TrainingQuota other) {
        this.quota = other;
        return this;
    }

    /** Where models are kept; a store in memory with the quota of the strategy's plan where nothing is said. */
    public DriverBuilder store(StoreBackend backend) {
        this.store = backend;
        return this;
    }

    /**
     * Gives the strategy this in the place of what it would be given: a part of the host, or what Dagger would make. For what
     * Dagger makes, the test class that calls {@link StrategyDriver#of} says so where the compiler sees it, in a field
     * {@code @Replace} or in {@link StrategyTest#replaces}.
     */
    public <T> DriverBuilder with(Class<T> type, T replacement) {
        return replacing(all -> all.put(type, replacement));
    }

    DriverBuilder replacing(Consumer<Replacements> more) {
        replacements = replacements.andThen(more);
        return this;
    }

    /** A driver of a strategy that is not deployed yet. */
    public StrategyDriver build() {
        return new StrategyDriver(new DriverSetup(wiring, graph, mode, start, account, quota, store, replacements));
    }
}
