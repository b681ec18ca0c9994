package io.trainyard.host;

import io.trainyard.OnStop;
import io.trainyard.Tier;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.data.BarSource;
import io.trainyard.portfolio.Account;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.time.Alarms;
import io.trainyard.time.MarketClock;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainerParts;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.ledger.RunLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A strategy to be run beside a market: handlers and publications one at a time on the strategy's own thread, trainings
 * beside them. Made by {@link Trainyard#live}; each method returns the same object. Orders are simulated, on the terms of
 * {@link #account}. A feed and a store must be set; the rest has a default.
 */
public final class Live {

    /** How often the store is asked for models of other processes where nothing is said, every 10 seconds. */
    public static final Duration STANDARD_REFRESH = Duration.ofSeconds(10);

    /** How long what is due at the end of a bar waits for it where nothing is said, 5 seconds. */
    public static final Duration STANDARD_WAIT_FOR_BARS = Duration.ofSeconds(5);

    /** How many bars of each symbol are kept where nothing is said, 100,000. */
    public static final int STANDARD_KEPT_BARS = 100_000;

    private static final Duration LONGEST_WAIT_FOR_BARS = Duration.ofSeconds(30);

    final StrategyWiring wiring;

    @Nullable
    LiveFeed feed;

    @Nullable
    StoreBackend store;

    @Nullable
    BarSource past;

    @Nullable
    LiveMachine machine;

    @Nullable
    TrainingBudget budget;

    @Nullable
    String budgetName;

    @Nullable
    RunLedger ledger;

    @Nullable
    Instant virtualFrom;

    @Nullable
    Instant virtualTo;

    @Nullable
    MarketClock machineClock;

    @Nullable
    Alarms machineAlarms;

    TrainingQuota quota;
    Account account = Account.of(100_000);
    HandlerLimit handlerLimit = HandlerLimit.STANDARD;
    Duration patience = TrainerParts.STANDARD_PATIENCE;
    OnStop onStop = OnStop.CANCEL;
    final List<HostListener> listeners = new ArrayList<>();
    Duration barGrace = STANDARD_WAIT_FOR_BARS;
    int keptBars = STANDARD_KEPT_BARS;
    Duration refresh = STANDARD_REFRESH;
    int trainingThreads = 1;
    boolean ownThread;

    Live(StrategyWiring wiring) {
        this.wiring = wiring;
        this.quota = TrainingQuota.of(wiring.definition().tier());
    }

    /** What pushes slices; must be set. It is started and closed with the strategy. */
    public Live feed(LiveFeed source) {
        this.feed = source;
        return this;
    }

    /** Where models are kept; must be set, since a model that a process takes with it has to be trained again. */
    public Live store(StoreBackend backend) {
        this.store = backend;
        return this;
    }

    /** Bars of the past: those that have ended when the strategy is deployed are the beginning of its history. */
    public Live past(BarSource source) {
        this.past = source;
        return this;
    }

    /**
     * Takes market time from the slices, not from the clock of this machine: for recordings. The market stands still while
     * a training runs, which then takes as long on the market clock as in a backtest: the same strategy, recording, and
     * rules come to the same trainings, models and orders.
     *
     * @param from market time of the deployment
     * @param to market time of the end: what is due before is done although no slice comes after it
     */
    public Live virtualTime(Instant from, Instant to) {
        this.virtualFrom = from;
        this.virtualTo = to;
        return this;
    }

    /** Threads that it shares with other strategies; they outlive it. Without, it has some for itself. */
    public Live threads(LiveThreads shared) {
        return machine(shared);
    }

    /** Another machine than that of this process, for harnesses; it outlives the strategy. Instead of {@link #threads}. */
    public Live machine(LiveMachine other) {
        this.machine = other;
        return this;
    }

    /** Calls handlers on a thread that no other strategy uses, whatever threads it shares. */
    public Live ownThread() {
        this.ownThread = true;
        return this;
    }

    /** How many of its trainings may run at once; 1 where nothing is said. */
    public Live trainingThreads(int most) {
        this.trainingThreads = most;
        return this;
    }

    /** The terms on which it trades: cash, fees, leverage and lots. */
    public Live account(Account terms) {
        this.account = terms;
        return this;
    }

    /** The training budget, of another tier than the strategy's. */
    public Live tier(Tier tier) {
        return quota(TrainingQuota.of(tier));
    }

    /** The training budget, of no tier. */
    public Live quota(TrainingQuota other) {
        this.quota = other;
        return this;
    }

    /**
     * A training budget that it shares with other strategies; {@link io.trainyard.training.Recovery#budget} finds one that
     * an earlier process has used.
     *
     * @param name what the ledger calls it, if there is one
     */
    public Live budget(String name, TrainingBudget shared) {
        this.budgetName = name;
        this.budget = shared;
        return this;
    }

    /**
     * Where every step of every training is written down before it has an effect, so that a process that follows this one
     * knows what ran and what is to be made up for, and finds the budget as it was. Handlers do not wait for it, but in {@linkplain
     * #virtualTime virtual time}. While it cannot write, no training starts and no new model comes into its field; the models in
     * place go on to serve. A run that was at work when the process died is not repeated, unless its policy has {@linkplain
     * RunPolicy#retries retries} left. Without, a restart is a new beginning: it
     * finds the models, and nothing else. One ledger serves all strategies of a process; it outlives them.
     */
    public Live ledger(RunLedger runs) {
        this.ledger = runs;
        return this;
    }

    /** How long a handler may take, and what becomes of the strategy if one takes longer. */
    public Live handlerLimit(HandlerLimit limit) {
        this.handlerLimit = limit;
        return this;
    }

    /**
     * What becomes of trainings that run when the strategy is stopped: {@link OnStop#CANCEL} where nothing is said. One that
     * is waited for ends at its {@linkplain RunPolicy#limit limit} at the latest.
     */
    public Live onStop(OnStop what) {
        this.onStop = what;
        return this;
    }

    /** How long a training that is interrupted has to end before its thread is replaced; 10 seconds where nothing is said. */
    public Live patience(Duration atMost) {
        this.patience = atMost;
        return this;
    }

    /**
     * How often the store is asked whether another process has committed a model, for fields that are {@linkplain
     * io.trainyard.training.ModelSlot#refreshes refreshed}; 10 seconds where nothing is said. Such a model is read on another
     * thread, and put in place between two events. In {@linkplain #virtualTime virtual time} nothing is refreshed.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Live refreshEvery(Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("the store is asked every " + interval + ": take a positive duration");
        }
        this.refresh = interval;
        return this;
    }

    /**
     * How long a training that is due when a bar of a subscription may end, such as a minute or the close of the session, waits
     * for that bar: so that it sees what it saw in the backtest, although the bar comes a moment after its end. It starts as soon
     * as that bar, or a later one, is there, and without it when the time is over, which is logged and {@linkplain
     * HostListener#barMissing told}. 5 seconds where nothing is said; zero for not at all. In {@linkplain #virtualTime virtual
     * time}, where time comes from the bars, nothing has to wait.
     *
     * @throws IllegalArgumentException if it is negative, or longer than 30 seconds: what is a minute late is made up for as missed
     */
    public Live waitForBars(Duration atMost) {
        if (atMost.isNegative() || atMost.compareTo(LONGEST_WAIT_FOR_BARS) > 0) {
            throw new IllegalArgumentException("trainings wait for a bar from zero to "
                    + LONGEST_WAIT_FOR_BARS.toSeconds() + " seconds, not " + atMost
                    + ", since what is a minute late counts as missed: take a duration in between");
        }
        this.barGrace = atMost;
        return this;
    }

    /**
     * How many of the latest bars of each symbol are kept for {@link io.trainyard.market.History}: 100,000 where nothing is said, which is a
     * year of minutes and takes about 8 MB a symbol. Who asks for more gets so many, and a warning in the log. Set it above what the
     * longest look back needs; a backtest keeps all.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Live keepBars(int perSymbol) {
        if (perSymbol < 1) {
            throw new IllegalArgumentException("a history of " + perSymbol + " bars: keep at least one");
        }
        this.keptBars = perSymbol;
        return this;
    }

    /** Takes market time from another clock than that of this machine, and what is due from alarms that go by it: for tests. */
    Live machine(MarketClock clock, Alarms alarms) {
        this.machineClock = clock;
        this.machineAlarms = alarms;
        return this;
    }

    /** Who is told of what happens, beside those who are already. */
    public Live listener(HostListener other) {
        listeners.add(other);
        return this;
    }

    /**
     * Deploys the strategy and starts the feed; returns at once.
     *
     * @throws IllegalStateException if no feed or no store is set
     * @throws StrategyFailedException if the constructor of the strategy throws
     * @throws io.trainyard.training.ledger.LedgerException if the ledger cannot take it that the strategy is deployed; nothing has
     *     begun then
     */
    public LiveRun start() {
        if (feed == null || store == null) {
            throw new IllegalStateException(
                    "a live strategy needs a feed, to be told of the market, and a store, to keep"
                            + " its models: set them with feed(...) and store(...)");
        }
        LiveRun run = new LiveRun(this, feed, store);
        run.start();
        return run;
    }
}
