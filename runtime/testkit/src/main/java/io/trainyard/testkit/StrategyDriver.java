package io.trainyard.testkit;

import io.trainyard.Cost;
import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.data.BarSource;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.testkit.TimelineEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A strategy under test, with time in the test's hand: the engine is that of a backtest or of a live run, and what is not the
 * strategy's (time, bars, how trainings end, whether the process lives) is as the test says. Nothing happens unless a method
 * here is called, and when it returns, all that follows from it has happened: no test sleeps, waits or polls.
 *
 * <p>Times are written as the strategy's zone writes them, {@code 2024-03-10T08:00}, or with an offset. The first method that
 * lets time pass or asks for a part of the strategy deploys it. What a handler throws ends the strategy and is thrown here. For
 * one thread.
 */
public final class StrategyDriver extends StrategyUnderTest implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofDays(366);

    StrategyDriver(DriverSetup setup) {
        super(new World(setup));
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
            throw new IllegalStateException(
                    "the strategy is deployed, and what it knows of the past with it: call past(...)"
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

    /** Bars that come now, all that the source has of its subscriptions: time passes to the end of the last of them. */
    public StrategyDriver feed(BarSource bars) {
        return feed(MarketTape.bars(world.definition, bars));
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
                            world.tape.next().stream(), world.isUp() ? world.last().next().stream() : Stream.empty())
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

    /** Stops the strategy in good order, which closes its models; time can go on without it. */
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
                    + "\n    why:  a backtest charges it "
                    + definition(training).policy().cost()
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

    /**
     * Ends the strategy; what it still is at has no effect, and what its models hold outside the heap is not freed, as when a
     * process ends. {@link #stop} frees it.
     */
    @Override
    public void close() {
        if (world.isUp()) {
            world.last().die();
        }
    }
}
