package io.trainyard.testkit;

import io.trainyard.host.StrategyFailedException;
import io.trainyard.host.Trainyard;
import io.trainyard.market.Bar;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.testkit.TimelineEvent.Kind;
import io.trainyard.time.ManualClock;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.ledger.MemoryLedger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is there around a strategy under test, and outlives its processes: time, bars, a store, a ledger. */
final class World {

    /** When tests begin that say nothing of time. */
    private static final String BEGINNING = "2024-01-01";

    final StrategyDefinition definition;
    final Timeline timeline;
    final Told told;
    final StoreBackend store;
    final MemoryLedger ledger;
    final MarketTape tape;
    final Script script;

    private final DriverSetup setup;
    private final ZoneId zone;
    private final List<Order> orders = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private @Nullable Instant start;
    private @Nullable ManualClock clock;
    private @Nullable TrainingBudget budget;
    private @Nullable Stage stage;
    private Instant deployedAt = Instant.MIN;
    private boolean up;

    World(DriverSetup setup) {
        this.setup = setup;
        this.definition = setup.wiring().definition();
        this.zone = definition.zone();
        this.timeline = new Timeline(zone);
        this.told = new Told(timeline, this::now, zone);
        this.store = setup.store() != null ? setup.store() : new MemoryStore(Quota.of(definition.plan()), this::now);
        this.ledger = new MemoryLedger(this::now);
        this.tape = new MarketTape(definition);
        this.script = new Script(setup.mode() == Mode.BACKTEST);
        if (setup.start() != null) {
            start = MarketTimes.parse(setup.start(), zone);
        }
    }

    Mode mode() {
        return setup.mode();
    }

    @Nullable
    TestWiring generated() {
        return setup.graph();
    }

    /** When the strategy is to be deployed. */
    void startAt(Instant time) {
        if (clock != null) {
            throw new IllegalStateException("the strategy was deployed at " + MarketTimes.show(now(), zone)
                    + " or before, and cannot start at another time: call startAt first");
        }
        start = time;
    }

    private Instant start() {
        return Optional.ofNullable(start)
                .or(tape::lastPast)
                .or(() -> tape.firstStart()
                        .map(first -> first.atZone(zone)
                                .toLocalDate()
                                .atStartOfDay(zone)
                                .toInstant()))
                .orElseGet(() -> MarketTimes.parse(BEGINNING, zone));
    }

    Instant now() {
        if (clock == null) {
            return start();
        }
        Stage running = stage;
        if (running != null && up && running.now().isAfter(clock.now())) {
            clock.moveForward(running.now());
        }
        return clock.now();
    }

    /** When the last process was deployed. */
    Instant deployedAt() {
        return deployedAt;
    }

    boolean isUp() {
        return up;
    }

    boolean isNew() {
        return clock == null;
    }

    /** The process that runs; the first one is deployed now. */
    Stage running() {
        if (isNew()) {
            deploy();
        }
        if (!up) {
            throw new IllegalStateException(definition.name() + " does not run: it was stopped, or has died, or failed"
                    + "\n    fix:  call deploy() or restart() first\n\n" + story());
        }
        return last();
    }

    /** The process that runs, or ran last. */
    Stage last() {
        if (isNew()) {
            deploy();
        }
        Stage found = stage;
        if (found == null) {
            throw new IllegalStateException(definition.name() + " could not be deployed\n\n" + story());
        }
        return found;
    }

    void deploy() {
        if (up) {
            throw new IllegalStateException(definition.name() + " is deployed already: call restart() instead");
        }
        ManualClock time = clock;
        if (time == null) {
            time = new ManualClock(start(), zone);
            clock = time;
        }
        tape.pass(time.now());
        remember();
        deployedAt = time.now();
        stage = setup.mode() == Mode.BACKTEST ? backtest(time) : live(time);
        int place = timeline.add(time.now(), Kind.DEPLOYED, "", "");
        up = true;
        act(stage::deploy);
        timeline.replace(
                place, stage.restorations().stream().map(Told::restored).collect(Collectors.joining(", ")));
    }

    private Stage backtest(ManualClock time) {
        InStep inStep = new InStep(script);
        TestedWiring wiring = wiring(inStep);
        if (budget == null) {
            budget = new TrainingBudget(setup.quota(), time.now());
        }
        return new BacktestStage(
                Trainyard.backtest(wiring)
                        .bars(tape)
                        .account(setup.account())
                        .budget(budget)
                        .store(store)
                        .listener(new BacktestTold(told))
                        .stepped(time.now(), inStep.stopwatch(), inStep.alarms()),
                wiring);
    }

    private Stage live(ManualClock time) {
        VirtualMachine machine = new VirtualMachine(time, script);
        TestedWiring wiring = wiring(machine.trainings());
        return new LiveStage(
                Trainyard.live(wiring)
                        .past(tape)
                        .account(setup.account())
                        .quota(setup.quota())
                        .store(store)
                        .listener(told),
                wiring,
                machine,
                ledger);
    }

    private TestedWiring wiring(Conductor conductor) {
        Replacements replacements = new Replacements();
        setup.replacements().accept(replacements);
        TestWiring graph = setup.graph();
        if (graph == null && replacements.ofGraph()) {
            throw replacements.nothingGenerated(definition.name());
        }
        // a builder that replaces nothing drives the strategy as it is, whatever others in its class replace
        boolean own = graph == null || !(graph.open().isEmpty() || replacements.ofGraph());
        return new TestedWiring(setup.wiring(), own ? null : graph, replacements, conductor, timeline);
    }

    /** Has the process do something; what it fails of is the test's. */
    void act(Runnable what) {
        try {
            what.run();
        } catch (StrategyFailedException e) {
            up = false;
            timeline.add(now(), Kind.STOPPED, "", String.valueOf(e.getMessage()));
            throw e;
        }
        StrategyFailedException failure = told.failure();
        if (failure != null) {
            up = false;
            throw failure;
        }
    }

    /** Lets time pass, and bars come. */
    void advanceTo(Instant time) {
        if (time.isBefore(now())) {
            throw new IllegalArgumentException("time does not go back: it is " + MarketTimes.show(now(), zone)
                    + " and cannot become " + MarketTimes.show(time, zone));
        }
        if (isNew()) {
            deploy();
        }
        if (!up) {
            tape.pass(time);
            moveTo(time);
            return;
        }
        for (Optional<Instant> next = tape.next();
                next.isPresent() && !next.get().isAfter(time);
                next = tape.next()) {
            take(tape.take());
        }
        act(() -> last().advanceTo(time));
        now();
    }

    private void moveTo(Instant time) {
        if (clock != null) {
            clock.moveForward(time);
        }
    }

    private void take(Slice slice) {
        Stage process = running();
        act(() -> process.advanceTo(slice.time().minusNanos(1)));
        int place = timeline.add(
                slice.time(), Kind.SLICE, slice.bars().stream().map(Bar::symbol).collect(Collectors.joining(", ")), "");
        try {
            act(() -> process.take(slice));
        } finally {
            List<String> called = process.wiring().called();
            timeline.replace(
                    place,
                    called.isEmpty()
                            ? (process.wiring().strategy().handlers().isEmpty()
                                    ? ""
                                    : Told.unready(process.wiring().strategy().guard()))
                            : "handled by " + called.stream().distinct().collect(Collectors.joining(", ")));
            process.wiring().slicePassed();
            now();
        }
    }

    void stop(boolean inGoodOrder) {
        Stage process = running();
        Instant at = now();
        if (inGoodOrder) {
            act(process::stop);
            if (mode() == Mode.BACKTEST) {
                timeline.add(at, Kind.STOPPED, "", "");
            }
        } else {
            String lost = String.join(", ", process.atWork());
            process.die();
            timeline.add(at, Kind.CRASHED, lost, lost.isEmpty() ? "" : "was at work");
        }
        up = false;
    }

    private void remember() {
        Stage before = stage;
        if (before != null) {
            orders.addAll(before.orders());
            fills.addAll(before.fills());
        }
    }

    /** Every order of every process. */
    List<Order> orders() {
        List<Order> all = new ArrayList<>(orders);
        all.addAll(last().orders());
        return all;
    }

    /** Every fill of every process. */
    List<Fill> fills() {
        List<Fill> all = new ArrayList<>(fills);
        all.addAll(last().fills());
        return all;
    }

    String story() {
        return "What happened to " + definition.name() + ", " + mode().name().toLowerCase(java.util.Locale.ROOT)
                + ", on the clocks of " + zone + ":\n" + timeline;
    }
}
