package io.trainyard.host;

import io.trainyard.market.History;
import io.trainyard.market.Recording;
import io.trainyard.market.Subscription;
import io.trainyard.portfolio.EquityCurve;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.portfolio.SimulatedPortfolio;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.time.ManualClock;
import io.trainyard.time.MarketClock;
import io.trainyard.training.AwaitedLane;
import io.trainyard.training.CodeFingerprint;
import io.trainyard.training.Lane;
import io.trainyard.training.LimitedLane;
import io.trainyard.training.ModelKeeper;
import io.trainyard.training.Recovery;
import io.trainyard.training.RunHistory;
import io.trainyard.training.Timing;
import io.trainyard.training.Trainer;
import io.trainyard.training.TrainerParts;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingClock;
import io.trainyard.training.TrainingJob;
import io.trainyard.training.ledger.RunEvent;
import io.trainyard.training.ledger.RunLedger;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
        @Nullable RunLedger ledger,
        @Nullable Recovery recovery,
        @Nullable Instant end) {

    private static final Logger LOG = LoggerFactory.getLogger(LiveParts.class);

    /** So many of the last runs are remembered in memory; the ledger has all. */
    private static final int REMEMBERED_RUNS = 10_000;

    static LiveParts of(
            Live live,
            StoreBackend store,
            LiveMachine machine,
            HostListener listener,
            Runnable wake,
            LongSupplier slices) {
        StrategyDefinition definition = live.wiring.definition();
        MarketClock system = live.machineClock != null ? live.machineClock : machine.clock(definition.zone());
        Pace pace = live.virtualFrom == null ? new Pace.RealTime(system) : new Pace.VirtualTime();
        Instant start = live.virtualFrom == null ? system.now() : live.virtualFrom;
        ManualClock clock = new ManualClock(start, definition.zone());
        MarketClock seen = new TrainingClock(clock);
        List<String> symbols =
                definition.subscriptions().stream().map(Subscription::symbol).toList();
        Recording recording = record(live, definition, symbols, start);
        History known = recording.history(seen);
        SimulatedPortfolio portfolio =
                new SimulatedPortfolio(live.account, symbols, clock, EquityCurve.daily(clock.zone()));
        WiredStrategy strategy = wire(live, new Parts(seen, known, portfolio, ObjectStore.asOf(store, seen)));
        ModelKeeper keeper = new ModelKeeper(store, clock, known, CodeFingerprint.of(definition.type()));
        TrainingBudget budget = budget(live, definition.name(), start);
        RunLedger ledger = live.ledger;
        Recovery recovery = ledger == null
                ? null
                : Recovery.of(ledger, definition.name(), definition.toString(), strategy.jobs(), store, start);
        RunHistory history = new RunHistory(REMEMBERED_RUNS);
        Lane lane = new LimitedLane(machine.trainings(), live.trainingThreads);
        boolean inStep = pace instanceof Pace.VirtualTime;
        TrainerParts parts = new TrainerParts(
                definition.name(),
                clock,
                inStep ? Timing.inStep(clock) : Timing.beside(system),
                machine.stopwatch(),
                machine.alarms(),
                live.patience,
                inStep ? new AwaitedLane(lane) : lane,
                wake,
                budget,
                keeper,
                history,
                listener);
        Trainer trainer = ledger == null
                ? new Trainer(parts, strategy.jobs())
                : new Trainer(parts, strategy.jobs(), ledger, budgetName(live, definition.name()), slices);
        return new LiveParts(
                definition,
                pace,
                clock,
                recording,
                portfolio,
                strategy,
                keeper,
                budget,
                history,
                trainer,
                ledger,
                recovery,
                live.virtualTo);
    }

    private static TrainingBudget budget(Live live, String strategy, Instant start) {
        if (live.budget != null) {
            return live.budget;
        }
        return live.ledger == null
                ? new TrainingBudget(live.quota, start)
                : Recovery.budget(live.ledger, budgetName(live, strategy), live.quota, start);
    }

    private static String budgetName(Live live, String strategy) {
        return live.budgetName != null ? live.budgetName : strategy;
    }

    /** Writes down that the strategy was let go of in good order; where that fails, the next process finds it as if it had died. */
    void stopped() {
        if (ledger != null) {
            try {
                ledger.append(clock.now(), new RunEvent.Stopped(definition.name()));
            } catch (RuntimeException e) {
                LOG.error("{}: that it has stopped cannot be written down", definition.name(), e);
            }
        }
    }

    List<TrainingJob> jobs() {
        return strategy.jobs();
    }

    private static Recording record(Live live, StrategyDefinition definition, List<String> symbols, Instant start) {
        Recording recording = new Recording(symbols, live.keptBars);
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
