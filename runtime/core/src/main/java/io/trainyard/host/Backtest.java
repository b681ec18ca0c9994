package io.trainyard.host;

import io.trainyard.Plan;
import io.trainyard.Tier;
import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Recording;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import io.trainyard.portfolio.Account;
import io.trainyard.portfolio.FeeModel;
import io.trainyard.store.DiskStore;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Overlay;
import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.time.Alarms;
import io.trainyard.time.ManualClock;
import io.trainyard.time.Stopwatch;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingCache;
import io.trainyard.training.TrainingQuota;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A strategy to be run over recorded bars, with its trainings in step. Made by {@link Trainyard#backtest}; each method
 * returns the same object. What is not set has a default: the whole of the bars, the terms of
 * {@link Account#of} with 100,000 of cash, the tier and plan of the strategy, a store in memory.
 */
public final class Backtest {

    private final StrategyWiring wiring;
    private final StrategyDefinition definition;
    private final Map<String, String> substitutes = new HashMap<>();
    private @Nullable BarSource bars;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private Account account = Account.of(100_000);
    private TrainingQuota trainingQuota;
    private @Nullable TrainingBudget budget;
    private Quota storeQuota;
    private @Nullable StoreBackend store;
    private @Nullable StoreBackend live;
    private @Nullable StoreBackend cache;
    private final SortedMap<String, String> ingredients = new TreeMap<>();
    private final List<HostListener> listeners = new ArrayList<>();
    private Stopwatch stopwatch = Stopwatch.system();

    Backtest(StrategyWiring wiring) {
        this.wiring = wiring;
        this.definition = wiring.definition();
        this.trainingQuota = TrainingQuota.of(definition.tier());
        this.storeQuota = Quota.of(definition.plan());
    }

    /** Where the bars come from; must be set. */
    public Backtest bars(BarSource source) {
        this.bars = source;
        return this;
    }

    /** Runs over the bars of {@code other} where the strategy says {@code symbol}. */
    public Backtest substitute(String symbol, String other) {
        substitutes.put(symbol, other);
        return this;
    }

    /** The day at whose beginning, in the strategy's zone, the strategy is deployed. Earlier bars are its history. */
    public Backtest from(LocalDate date) {
        this.from = date;
        return this;
    }

    /** The last day, in the strategy's zone. */
    public Backtest to(LocalDate date) {
        this.to = date;
        return this;
    }

    /**
     * The money at the beginning.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public Backtest cash(double amount) {
        return account(new Account(amount, account.fees(), account.maxLeverage(), account.lots()));
    }

    /** What trading costs. */
    public Backtest fees(FeeModel model) {
        return account(account.withFees(model));
    }

    /** The terms on which it trades: cash, fees, leverage and lots. */
    public Backtest account(Account terms) {
        this.account = terms;
        return this;
    }

    /** The training budget, of another tier than the strategy's. */
    public Backtest tier(Tier tier) {
        return quota(TrainingQuota.of(tier));
    }

    /** The training budget, of no tier. */
    public Backtest quota(TrainingQuota quota) {
        this.trainingQuota = quota;
        return this;
    }

    /** A training budget that it shares with others, or that is asked when the run is over; instead of a tier or quota. */
    public Backtest budget(TrainingBudget shared) {
        this.budget = shared;
        return this;
    }

    /** The quota of the store in memory, of another plan than the strategy's. */
    public Backtest plan(Plan plan) {
        this.storeQuota = Quota.of(plan);
        return this;
    }

    /** A store that outlives the run, with its own quota, to read from and to write to. */
    public Backtest store(StoreBackend backend) {
        this.store = backend;
        return this;
    }

    /**
     * The store of a live strategy, to begin with: what it had saved by the market's time is seen, and everything that the
     * run saves goes elsewhere, to {@link #store}, so that live is not disturbed.
     */
    public Backtest startingFrom(StoreBackend live) {
        this.live = live;
        return this;
    }

    /**
     * Keeps what trainings came to, and does not train again what was trained before: the second of two equal backtests trains
     * nothing and comes to the same bytes, in the machine time of the first. Off where nothing is said. A training is found
     * again if nothing has changed of the {@linkplain io.trainyard.training.CodeFingerprint class files} of the strategy, its
     * zone, the terms of the account, the start, the bars up to the training, what the store held, the trainings before it,
     * and {@link #ingredient}s. A {@link #store} in which an earlier run has left its models is another start, and so are fees
     * that are given as a lambda. See {@link TrainingCache} for what it cannot know: class files of other classes, for instance.
     *
     * @param backend where results are kept; a store of its own, since old ones are only removed by whoever owns it
     */
    public Backtest cache(StoreBackend backend) {
        this.cache = backend;
        return this;
    }

    /** The same in a folder, within the quota of {@link Plan#PROFESSIONAL}. Results that do not fit are not kept. */
    public Backtest cache(Path folder) {
        return cache(DiskStore.open(folder, Quota.of(Plan.PROFESSIONAL)));
    }

    /**
     * Something else on which trainings depend, such as a parameter or a seed that the code reads from elsewhere; for
     * {@link #cache}.
     */
    public Backtest ingredient(String name, String value) {
        ingredients.put(name, value);
        return this;
    }

    /** Who is told of what happens, beside those who are already; a {@link BacktestListener} hears of its progress, too. */
    public Backtest listener(HostListener other) {
        listeners.add(other);
        return this;
    }

    /** What measures how long trainings take on the machine; for tests, that cannot wait for hours. */
    Backtest stopwatch(Stopwatch other) {
        this.stopwatch = other;
        return this;
    }

    /**
     * Makes the strategy and wires it, without starting it yet.
     *
     * @throws MarketDataException if bars are missing or cannot be read
     * @throws IllegalArgumentException if the last day is before the first, or all bars are before or after the days
     * @throws StrategyFailedException if the constructor of the strategy throws
     */
    public BacktestRun deploy() {
        Tape tape = load();
        ZoneId zone = definition.zone();
        LocalDate firstOfBars = firstDay(tape, zone);
        LocalDate lastOfBars = lastDay(tape, zone);
        LocalDate first = from != null ? from : firstOfBars;
        LocalDate last = to != null ? to : lastOfBars;
        if (from != null && to != null && last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "the last day, " + last + ", is before the first, " + first + ": swap them");
        }
        if (first.isAfter(lastOfBars) || last.isBefore(firstOfBars)) {
            throw new IllegalArgumentException((first.isAfter(lastOfBars)
                            ? "the first day, " + first + ", is after"
                            : "the last day, " + last + ", is before")
                    + " all bars: name days between " + firstOfBars + " and " + lastOfBars);
        }
        StoreBackend own = store != null ? store : new MemoryStore(storeQuota);
        return new BacktestRun(
                wiring,
                tape,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                account,
                budget != null
                        ? budget
                        : new TrainingBudget(
                                trainingQuota, first.atStartOfDay(zone).toInstant()),
                live == null ? own : Overlay.of(live, own),
                new Caching(cache, ingredients),
                stopwatch,
                listeners);
    }

    /**
     * Deploys the strategy and runs it to the end.
     *
     * @throws MarketDataException if bars are missing or cannot be read
     * @throws StrategyFailedException if the constructor or a handler of the strategy throws
     */
    public BacktestResult run() {
        return deploy().run();
    }

    /**
     * Makes the strategy and wires it, to be turned by hand from a market time on. Bars of {@link #bars} that have ended by
     * then are its history; it needs none. {@link #from}, {@link #to} and {@link #cache} have no say.
     *
     * @param stopwatch measures trainings
     * @param alarms watch their limits
     * @throws MarketDataException if bars are missing or cannot be read
     * @throws StrategyFailedException if the constructor of the strategy throws
     */
    public SteppedBacktest stepped(Instant start, Stopwatch stopwatch, Alarms alarms) {
        List<String> symbols =
                definition.subscriptions().stream().map(Subscription::symbol).toList();
        Recording recording = new Recording(symbols);
        if (bars != null) {
            load().series().forEach(series -> recording.add(series, start.toEpochMilli()));
        }
        StoreBackend own = store != null ? store : new MemoryStore(storeQuota);
        Listeners told = new Listeners();
        listeners.forEach(told::add);
        BacktestEngine engine = BacktestEngine.of(
                wiring,
                new ManualClock(start, definition.zone()),
                recording::history,
                symbols,
                account,
                budget != null ? budget : new TrainingBudget(trainingQuota, start),
                live == null ? own : Overlay.of(live, own),
                stopwatch,
                alarms,
                told);
        return new SteppedBacktest(engine, recording, told);
    }

    private Tape load() {
        if (bars == null) {
            throw new IllegalStateException("a backtest runs over bars: say where they come from with bars(...)");
        }
        List<String> unknown = new ArrayList<>(substitutes.keySet());
        List<BarSeries> series = new ArrayList<>();
        for (Subscription subscription : definition.subscriptions()) {
            String symbol = subscription.symbol();
            unknown.remove(symbol);
            String source = substitutes.getOrDefault(symbol, symbol);
            series.add(bars.load(new Subscription(source, subscription.resolution()))
                    .as(symbol));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(definition.name() + " does not subscribe to " + unknown + ", only to "
                    + definition.subscriptions());
        }
        if (series.isEmpty()) {
            throw new IllegalArgumentException(definition.name()
                    + " subscribes to no bars, and a backtest runs over bars: add @Subscribe to the strategy");
        }
        return Tape.of(series);
    }

    private LocalDate firstDay(Tape tape, ZoneId zone) {
        return tape.series().stream()
                .filter(one -> one.size() > 0)
                .map(one -> one.bar(0).start())
                .min(Instant::compareTo)
                .orElseThrow(this::noBars)
                .atZone(zone)
                .toLocalDate();
    }

    private LocalDate lastDay(Tape tape, ZoneId zone) {
        return tape.series().stream()
                .filter(one -> one.size() > 0)
                .map(one -> one.bar(one.size() - 1).end().minusMillis(1))
                .max(Instant::compareTo)
                .orElseThrow(this::noBars)
                .atZone(zone)
                .toLocalDate();
    }

    private MarketDataException noBars() {
        return new MarketDataException("there are no bars for " + definition.subscriptions());
    }
}
