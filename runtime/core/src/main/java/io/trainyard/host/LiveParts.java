package io.trainyard.host;

import io.trainyard.market.History;
import io.trainyard.market.Recording;
import io.trainyard.market.Subscription;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.portfolio.SimulatedPortfolio;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.time.ManualClock;
import io.trainyard.time.MarketClock;
import io.trainyard.time.Stopwatch;
import io.trainyard.training.AwaitedLane;
import io.trainyard.training.Lane;
import io.trainyard.training.LimitedLane;
import io.trainyard.training.ModelKeeper;
import io.trainyard.training.RunHistory;
import io.trainyard.training.Timing;
import io.trainyard.training.Trainer;
import io.trainyard.training.TrainerParts;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingClock;
import io.trainyard.training.TrainingJob;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a live strategy is made of, put together by its mode: the clock of this machine, or virtual time. */
record LiveParts(
        StrategyDefinition definition,
        Pace pace,
        ManualClock clock,
        Recording recording,
        SimulatedPortfolio portfolio,
        WiredStrategy strategy,
        ModelKeeper keeper,
        TrainingBudget budget,
        RunHistory history,
        Trainer trainer,
        @Nullable Instant end) {

    static LiveParts of(Live live, StoreBackend store, LiveThreads threads, Runnable wake) {
        StrategyDefinition definition = live.wiring.definition();
        MarketClock system = MarketClock.system(definition.zone());
        Pace pace = live.virtualFrom == null ? new Pace.RealTime(system) : new Pace.VirtualTime();
        Instant start = live.virtualFrom == null ? system.now() : live.virtualFrom;
        ManualClock clock = new ManualClock(start, definition.zone());
        MarketClock seen = new TrainingClock(clock);
        List<String> symbols =
                definition.subscriptions().stream().map(Subscription::symbol).toList();
        Recording recording = record(live, definition, symbols, start);
        History known = recording.history(seen);
        SimulatedPortfolio portfolio = new SimulatedPortfolio(live.account, symbols, clock);
        WiredStrategy strategy = wire(live, new Parts(seen, known, portfolio, ObjectStore.asOf(store, seen)));
        ModelKeeper keeper = new ModelKeeper(store, clock, known);
        TrainingBudget budget = live.budget != null ? live.budget : new TrainingBudget(live.quota, start);
        RunHistory history = new RunHistory();
        Lane lane = new LimitedLane(threads.trainings(), live.trainingThreads);
        boolean inStep = pace instanceof Pace.VirtualTime;
        Trainer trainer = new Trainer(
                new TrainerParts(
                        definition.name(),
                        clock,
                        inStep ? Timing.inStep(clock) : Timing.beside(system),
                        Stopwatch.system(),
                        threads.alarms(),
                        live.patience,
                        inStep ? new AwaitedLane(lane) : lane,
                        wake,
                        budget,
                        keeper,
                        history,
                        live.listener),
                strategy.jobs());
        return new LiveParts(
                definition, pace, clock, recording, portfolio, strategy, keeper, budget, history, trainer, live.virtualTo);
    }

    List<TrainingJob> jobs() {
        return strategy.jobs();
    }

    private static Recording record(Live live, StrategyDefinition definition, List<String> symbols, Instant start) {
        Recording recording = new Recording(symbols);
        if (live.past != null) {
            for (Subscription subscription : definition.subscriptions()) {
                recording.add(live.past.load(subscription), start.toEpochMilli());
            }
        }
        return recording;
    }

    private static WiredStrategy wire(Live live, HostParts parts) {
        try {
            return live.wiring.wire(parts);
        } catch (RuntimeException | Error e) {
            throw StrategyFailedException.making(live.wiring.definition().name(), e);
        }
    }

    private record Parts(MarketClock clock, History history, Portfolio portfolio, ObjectStore store)
            implements HostParts {}
}
