package io.trainyard.testkit;

import io.trainyard.portfolio.Account;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.training.TrainingQuota;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a strategy is to be driven.
 *
 * @param wiring of the strategy
 * @param graph what was generated for the test class, null if nothing was
 * @param mode as what it runs
 * @param start when it is deployed, null where the bars say so
 * @param account the terms on which it trades
 * @param quota its training budget
 * @param store where its models are kept, null for a store in memory
 * @param replacements puts what the test replaces into place, at each deployment
 */
record DriverSetup(
        StrategyWiring wiring,
        @Nullable TestWiring graph,
        Mode mode,
        @Nullable String start,
        Account account,
        TrainingQuota quota,
        @Nullable StoreBackend store,
        Consumer<Replacements> replacements) {}
