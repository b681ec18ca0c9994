package io.trainyard.testkit;

import io.trainyard.Cost;
import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.data.BarSource;
import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.schedule.Schedule;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.testkit.TimelineEvent.Kind;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.TrainingRun;
import io.trainyard.training.ledger.RunLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A strategy under test, with time in the test's hand: the engine is that of a backtest or of a live run, and what is not the
 * strategy's (time, bars, how trainings end, whether the process lives) is as the test says. Nothing happens unless a method
 * here is called, and when it returns, all that follows from it has happened: no test sleeps, waits or polls.
 *
 * <p>Times are written as the strategy's zone writes them, {@code 2024-03-10T08:00}, or with an offset. The first method that
 * lets time pass or asks for a part of the strategy deploys it. What a handler throws ends the strategy and is thrown here. For
 * one thread.
 */
public final class StrategyDriver implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final World world;

    StrategyDriver(DriverSetup setup) {
        this.world = new World(setup);
    }

    /**
     * Says how a strategy is to be driven.
     *
     * @throws IllegalArgumentException if the processor has not seen the class
     */
    public static DriverBuilder of(Class<?> strategy) {
        return new DriverBuilder(
                strategy,
                StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                        .getCallerClass());
    }

    /** Says how a strategy is to be driven that was wired by hand, or found by {@link io.trainyard.host.Strategies}. */
    public static DriverBuilder of(StrategyWiring wiring) {
        return new DriverBuilder(wiring, null);
    }

    // What there is before

    /** Deploys the strategy at this time, once it is deployed. */
    public StrategyDriver startAt(String time) {
        return startAt(parse(time));
    }

    /** Deploys the strategy at this time, once it is deployed. */
    public StrategyDriver startAt(Instant time) {
        world.startAt(time);
        return this;
    }

    /** Bars that are known when the strategy is deployed. */
    public StrategyDriver past(BarSeries... bars) {
        return past(MarketTape.bars(bars));
    }

    /** Bars that are known when the strategy is deployed: all that the source has of its subscriptions. */
    public StrategyDriver past(BarSource bars) {
        return past(MarketTape.bars(world.definition, bars));
    }

    private StrategyDriver past(List<Bar> bars) {
        if (!world.isNew()) {
            throw new IllegalStateException("the strategy is deployed, and what it knows of the past with it: call past(...)"
                    + " before anything lets time pass, or feed(...) now");
        }
        world.tape.addPast(bars);
        return this;
    }

    // How time passes

    /** Bars that come as time passes, each when it ends. */
    public StrategyDriver market(BarSeries... bars) {
        world.tape.addFuture(MarketTape.bars(bars));
        return this;
    }

    /** Bars that come as time passes, each when it ends: all that the source has of its subscriptions. */
    public StrategyDriver market(BarSource bars) {
        world.tape.addFuture(MarketTape.bars(world.definition, bars));
        return this;
    }

    /** Bars that come now: time passes to the end of the last of them, and what is due before happens before. */
    public StrategyDriver feed(BarSeries... bars) {
        return feed(MarketTape.bars(bars));
    }

    /** Bars that come now: time passes to the end of the last of them, and what is due before happens before. */
    public StrategyDriver feed(Bar... bars) {
        return feed(List.of(bars));
    }

    private StrategyDriver feed(List<Bar> bars) {
        if (bars.isEmpty()) {
            return this;
        }
        if (world.isNew()) {
            world.tape.addFuture(bars);
            world.deploy();
        } else {
            checkFuture(bars);
            world.tape.addFuture(bars);
        }
        return advanceTo(bars.stream().map(Bar::end).max(Instant::compareTo).orElseThrow());
    }

    private void checkFuture(List<Bar> bars) {
        Instant now = world.now();
        Instant last = world.tape.lastPast().orElse(Instant.MIN);
        for (Bar bar : bars) {
            if (bar.end().isBefore(now) || !bar.end().isAfter(last)) {
                throw new IllegalArgumentException(bar + " is none that can come now"
                        + "\n    why:  it is " + show(now)
                        + (last.equals(Instant.MIN) ? "" : ", and the last bars ended at " + show(last))
                        + "\n    fix:  give bars of the past to past(...), before the strategy is deployed");
            }
        }
    }

    /** Lets time pass: what is due until then, that moment included, happens at its own time. */
    public StrategyDriver advanceTo(String time) {
        return advanceTo(parse(time));
    }

    /** Lets time pass. */
    public StrategyDriver advanceTo(ZonedDateTime time) {
        return advanceTo(time.toInstant());
    }

    /** Lets time pass. */
    public StrategyDriver advanceTo(Instant time) {
        world.advanceTo(time);
        return this;
    }

    /** Lets so much time pass. */
    public StrategyDriver advanceBy(Duration time) {
        return advanceTo(world.now().plus(time));
    }

    /**
     * Lets time pass from one thing that happens to the next, until the condition holds.
     *
     * @throws AssertionError if it does not hold within a year, or before nothing happens any more
     */
    public StrategyDriver runUntil(BooleanSupplier condition) {
        return runUntil(condition, LONGEST);
    }

    /**
     * The same, within so much market time.
     *
     * @throws AssertionError if it does not hold by then, or before nothing happens any more
     */
    public StrategyDriver runUntil(BooleanSupplier condition, Duration atMost) {
        world.last();
        Instant end = world.now().plus(atMost);
        while (!condition.getAsBoolean()) {
            Optional<Instant> next = Stream.concat(
                            world.tape.next().stream(),
                            world.isUp() ? world.last().next().stream() : Stream.empty())
                    .min(Instant::compareTo);
            if (next.isEmpty() || next.get().isAfter(end)) {
                throw new AssertionError("the condition does not hold "
                        + (next.isEmpty() ? "and nothing happens any more" : "by " + show(end)) + "\n\n"
                        + world.story());
            }
            world.advanceTo(next.get().isBefore(world.now()) ? world.now() : next.get());
        }
        return this;
    }

    // Processes

    /**
     * Deploys the strategy: for the first time, or, live, again, after it was stopped or has died, with the store and the ledger
     * that it left.
     *
     * @throws IllegalStateException if it is deployed
     */
    public StrategyDriver deploy() {
        world.deploy();
        return this;
    }

    /** Stops the strategy in good order; time can go on without it. */
    public StrategyDriver stop() {
        world.stop(true);
        return this;
    }

    /**
     * Ends this process of the strategy, in good order if it runs, and deploys it again, in a new one. The store and, live, the
     * ledger stay, as do the bars; a backtest has no ledger, and is a new one with the old budget.
     */
    public StrategyDriver restart() {
        if (world.isUp()) {
            stop();
        }
        return deploy();
    }

    /**
     * The process dies at this very moment: what was not in the store or the ledger is gone, and so is what trainings were at.
     * Time can go on without it until {@link #restart}.
     */
    public StrategyDriver crash() {
        world.stop(false);
        return this;
    }

    // What becomes of trainings

    /**
     * Lets the run of a training come to its end, by calling its method: live the one that is at work, or else the next, once
     * it begins; in a backtest the next, as it would anyway.
     */
    public StrategyDriver complete(String training) {
        return tell(training, Directive.COMPLETE, "completes");
    }

    /**
     * The same, after it has worked for so long. If that is longer than its limit, it does not come to its end.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    public StrategyDriver complete(String training, Duration after) {
        if (after.isNegative()) {
            throw new IllegalArgumentException("a training takes some time, not " + after);
        }
        return tell(training, new Directive.Complete(after), "completes after " + Told.words(after));
    }

    /** Has the run of a training throw this, live the one that is at work, or else the next; its method is not called. */
    public StrategyDriver fail(String training, Exception cause) {
        return tell(training, new Directive.Fail(cause), "fails: " + cause);
    }

    /**
     * Has the run of a training not come to an end before its limit, live the one that is at work, or else the next. It does
     * end when it is interrupted.
     *
     * @throws IllegalArgumentException if it is one of a backtest which is charged the same however long it takes: nothing ends
     *     it there, nor would the backtest end
     */
    public StrategyDriver hang(String training) {
        if (world.mode() == Mode.BACKTEST && definition(training).policy().cost() != Cost.MEASURED) {
            throw new IllegalArgumentException(training + " would hang for good"
                    + "\n    why:  a backtest charges it " + definition(training).policy().cost()
                    + " and does not look at how long it takes"
                    + "\n    fix:  let it hang live: @StrategyTest(mode = LIVE)");
        }
        return tell(training, new Directive.Hang(), "hangs");
    }

    private StrategyDriver tell(String training, Directive directive, String text) {
        definition(training);
        world.timeline.add(world.now(), Kind.TOLD, training, text);
        if (!world.isUp()) {
            world.script.add(training, directive);
            return this;
        }
        boolean[] told = new boolean[1];
        world.act(() -> told[0] = world.last().tell(training, directive));
        if (!told[0]) {
            world.script.add(training, directive);
        }
        return this;
    }

    /** Lets a training that is paused run again from its next occasion on. */
    public StrategyDriver resume(String training) {
        definition(training);
        world.timeline.add(world.now(), Kind.TOLD, training, "resumes");
        world.act(() -> world.running().resume(training));
        return this;
    }

    /** From here on, live, runs of which the test says nothing come to their end as soon as they begin. */
    public StrategyDriver letTrainingsRun() {
        world.script.completing(true);
        if (world.isUp()) {
            atWork().forEach(this::complete);
        }
        return this;
    }

    /** From here on, live, runs of which the test says nothing wait for it; so they do from the start. */
    public StrategyDriver holdTrainings() {
        world.script.completing(world.mode() == Mode.BACKTEST);
        return this;
    }

    /** Live, the trainings that are at work and wait for the test, the first to begin first. */
    public List<String> atWork() {
        return world.isUp() ? world.last().atWork() : List.of();
    }

    /** Somebody else uses all of the training budget that is left just now. */
    public StrategyDriver exhaustBudget() {
        world.running().exhaustBudget();
        world.timeline.add(world.now(), Kind.TOLD, "", "the budget is used up");
        return this;
    }

    /** Fills the store with other objects, up to the last byte of its quota. */
    public StrategyDriver fillStore() {
        StoreFiller.fill(world.store, world.now());
        world.timeline.add(world.now(), Kind.TOLD, "", "the store is full: " + world.store.usage());
        return this;
    }

    // What there is

    /** Market time. */
    public Instant now() {
        return world.now();
    }

    /** Market time in the strategy's zone. */
    public ZonedDateTime local() {
        return world.now().atZone(world.definition.zone());
    }

    /** The strategy as declared. */
    public StrategyDefinition definition() {
        return world.definition;
    }

    /** As what it runs. */
    public Mode mode() {
        return world.mode();
    }

    /** What happened so far. */
    public Timeline timeline() {
        return world.timeline;
    }

    /** What became of trainings so far, those of earlier processes included. */
    public List<TrainingRun> trainings() {
        return world.told.runs();
    }

    /** Every order so far, those of earlier processes included. */
    public List<Order> orders() {
        return world.orders();
    }

    /** Every fill so far, those of earlier processes included. */
    public List<Fill> fills() {
        return world.fills();
    }

    /** Tells whether models are ready; of the process that runs, or ran last. */
    public ModelGuard guard() {
        return world.last().wiring().strategy().guard();
    }

    /** Whether all models are ready. */
    public boolean isModelReady() {
        return guard().isModelReady();
    }

    /** The stored model of a key; empty if there is none of that key. */
    public Optional<ModelStatus> model(String key) {
        return guard().models().stream()
                .filter(model -> model.key().equals(key))
                .findFirst();
    }

    /** What the host lends the strategy, with what the test has replaced; of the process that runs, or ran last. */
    public HostParts parts() {
        return world.last().wiring().parts();
    }

    /**
     * The strategy's Dagger component, for instance as a dependency of one's own; of the process that runs, or ran last.
     *
     * @throws ClassCastException if the component is of another type
     */
    public <C> C component(Class<C> type) {
        return type.cast(world.last().wiring().strategy().component());
    }

    /**
     * The strategy itself; of the process that runs, or ran last.
     *
     * @throws ClassCastException if it is of another type
     */
    public <T> T strategy(Class<T> type) {
        return type.cast(new Parts(this).get(world.definition.type()));
    }

    /** What was generated for the test, null if nothing was. */
    @Nullable
    TestWiring generated() {
        return world.generated();
    }

    /** The training budget. */
    public TrainingBudget budget() {
        return world.last().budget();
    }

    /** The store, which outlives processes. */
    public StoreBackend store() {
        return world.store;
    }

    /**
     * The ledger, which outlives processes.
     *
     * @throws IllegalStateException in a backtest, which has none
     */
    public RunLedger ledger() {
        if (world.mode() == Mode.BACKTEST) {
            throw new IllegalStateException("a backtest has no ledger: @StrategyTest(mode = LIVE) has one");
        }
        return world.ledger;
    }

    /** Whether there is a current version of a key in the store. */
    public boolean isStored(String key) {
        return world.store.contains(ObjectKey.of(key));
    }

    /** When a training is due next by its schedules; empty if it never is. */
    public Optional<Instant> nextDue(String training) {
        definition(training);
        return world.last().nextDue(training);
    }

    /** The next times at which a training is due by its schedules, after now, at most so many. */
    public List<Instant> timetable(String training, int count) {
        world.last();
        List<Schedule> schedules = definition(training).schedules().stream()
                .filter(schedule -> !(schedule instanceof Schedule.AtDeployment))
                .map(schedule -> schedule.boundAt(world.deployedAt()))
                .toList();
        return Stream.iterate(next(schedules, now()), Optional::isPresent, last -> next(schedules, last.orElseThrow()))
                .flatMap(Optional::stream)
                .limit(count)
                .toList();
    }

    private static Optional<Instant> next(List<Schedule> schedules, Instant after) {
        return schedules.stream()
                .flatMap(schedule -> schedule.next(after).stream())
                .min(Instant::compareTo);
    }

    TrainingDefinition definition(String training) {
        return world.definition.trainings().stream()
                .filter(one -> one.name().equals(training))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no training of " + world.definition.name()
                        + " is called " + training + ", only "
                        + world.definition.trainings().stream()
                                .map(TrainingDefinition::name)
                                .toList()));
    }

    /** All that happened so far, in words: for messages of tests. */
    public String story() {
        return world.story();
    }

    /** A market time as tests write them. */
    Instant parse(String time) {
        return MarketTimes.parse(time, world.definition.zone());
    }

    /** A market time as messages show it. */
    String show(Instant time) {
        return MarketTimes.show(time, world.definition.zone());
    }

    /** Ends the strategy; what it still is at has no effect. */
    @Override
    public void close() {
        if (world.isUp()) {
            world.last().die();
        }
    }

    @Override
    public String toString() {
        return world.definition.name() + " at " + show(world.now());
    }
}
