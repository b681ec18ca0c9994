package io.trainyard.console;

import io.trainyard.OnStop;
import io.trainyard.console.store.StorePlace;
import io.trainyard.host.Live;
import io.trainyard.host.LiveRun;
import io.trainyard.host.StrategyFailedException;
import io.trainyard.host.Trainyard;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.LiveFeeds;
import io.trainyard.market.ReplayFeed;
import io.trainyard.portfolio.Account;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.time.WallClock;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.ledger.DiskLedger;
import io.trainyard.training.ledger.RunLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one strategy beside a market. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a strategy beside a market, with its trainings on threads of their own, and prints what happens with its"
                    + " market time. Orders are simulated.",
            "A process that follows another one goes on with its models, its budget and what it missed; a replay goes on"
                    + " where it was. What is held is not kept: the money begins anew.",
            "Ctrl-C and SIGTERM stop it in good order; after SIGKILL the next process sees to what was left."
        },
        footer = {
            "",
            "Examples:",
            "  trainyard live sunday-trend",
            "  trainyard live sunday-trend --feed 'replay:/data/lean?speed=60x&from=2020-01-02T14:30:00Z'",
            "  trainyard live sunday-trend --feed wss://host/bars --past /data/lean --ready-within PT5M",
            "",
            "Exit codes: 0 stopped in good order, also by a signal; 1 the strategy failed, or was not ready in time; 2 the"
                    + " call or its data was wrong."
        })
final class LiveCommand implements Callable<Integer> {

    private static final Path HOME = Path.of(".trainyard");
    private static final Duration LOOK = Duration.ofMinutes(1);

    @Parameters(paramLabel = "NAME", description = "The strategy; see: trainyard strategies")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String name;

    @Option(
            names = "--feed",
            paramLabel = "ADDRESS",
            description = "What it follows: replay:sample or replay:FOLDER in LEAN's format, with ?speed=1x (as fast as the"
                    + " market went), 60x or max, &from= and &to= with instants; or ws: and wss: addresses, and others of"
                    + " feeds on the class path. A replay runs on the market clock of the recording. Default:"
                    + " ${DEFAULT-VALUE}: AAPL, daily, 2013.")
    private String feed = "replay:sample?speed=max";

    @Option(
            names = "--past",
            paramLabel = "PATH",
            description = "Bars with which its history begins, as in: trainyard backtest --data. Default: those of a"
                    + " replay before its start; none for other feeds.")
    private @Nullable Path past;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = MarketTime.Converter.class,
            description = "Stop at this market time: an instant, a wall time in the strategy's zone such as"
                    + " 2026-01-02T16:00, or a day, of which it is the end. Default: when the recording ends, or never.")
    private @Nullable MarketTime until;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--lanes",
            paramLabel = "N",
            description = "How many trainings may run at once. Default: ${DEFAULT-VALUE}.")
    private int lanes = 1;

    @Option(
            names = "--store",
            paramLabel = "PLACE",
            description = "Where models are kept: a folder, with one folder a strategy, or a location that begins with"
                    + " jdbc: or s3: (see: trainyard store --help). Default: .trainyard/live, or .trainyard/replays.")
    private @Nullable String store;

    @Option(
            names = "--ledger",
            paramLabel = "DIR",
            description = "Where runs are written down, one folder a strategy. Default: .trainyard/ledgers/live, or"
                    + " .trainyard/ledgers/replays.")
    private @Nullable Path ledger;

    @Option(
            names = "--on-stop",
            paramLabel = "WHAT",
            description = "What becomes of a training that runs when it is stopped: ${COMPLETION-CANDIDATES}. Default:"
                    + " ${DEFAULT-VALUE}; finish waits for it, up to its limit.")
    private OnStop onStop = OnStop.CANCEL;

    @Option(
            names = "--ready-within",
            paramLabel = "LENGTH",
            converter = Converters.ToDuration.class,
            description = "Stop, with exit code 1, if not all models are ready after this time of the machine, such as"
                    + " PT5M. Default: wait for them for ever.")
    private @Nullable Duration readyWithin;

    @Option(
            names = "--refresh",
            paramLabel = "LENGTH",
            converter = Converters.ToDuration.class,
            description = "How often to look for models of other processes, for fields that want them. Default:"
                    + " ${DEFAULT-VALUE}.")
    private Duration refresh = Live.STANDARD_REFRESH;

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final WallClock clock;
    private final StopSignal signal;

    LiveCommand(WallClock clock, StopSignal signal) {
        this.clock = clock;
        this.signal = signal;
    }

    @Override
    public Integer call() throws InterruptedException {
        StrategyWiring wiring = NamedStrategy.find(name, spec.commandLine());
        StrategyDefinition definition = wiring.definition();
        refuseWrongNumbers();
        if (definition.subscriptions().isEmpty()) {
            throw refusal(
                    name + " subscribes to no bars", "a live strategy follows a feed of bars", "add @Subscribe to it");
        }
        LiveFeed source = LiveFeeds.open(feed, definition.subscriptions());
        String kind = source instanceof ReplayFeed ? "replays" : "live";
        StorePlace place = store == null
                ? new StorePlace.Folder(HOME.resolve(kind).resolve(name))
                : StorePlace.of(store, kind, name, message -> new ParameterException(spec.commandLine(), message));
        Path ledgerFolder =
                (ledger == null ? HOME.resolve("ledgers").resolve(kind) : ledger).resolve(name);
        Live live = Trainyard.live(wiring)
                .feed(source)
                .account(Account.of(options.cash()))
                .trainingThreads(lanes)
                .onStop(onStop)
                .refreshEvery(refresh);
        options.tier().ifPresent(live::tier);
        if (past != null) {
            live.past(DataPath.read(past, definition, Map.of()));
        }
        try (RunLedger runs = DiskLedger.open(ledgerFolder, clock::now)) {
            Instant end = until == null ? null : until.in(definition.zone());
            if (source instanceof ReplayFeed replay) {
                end = rehearse(live, replay, definition, end, runs, place, ledgerFolder);
            } else if (end != null && !end.isAfter(clock.now())) {
                throw refusal("--until " + until + " is over", "it is " + clock.now() + " now", "name a later time");
            }
            live.ledger(runs).store(place.open(options.quota(definition), clock));
            LivePrinter printer = new LivePrinter(spec.commandLine().getOut(), definition.zone(), clock, json);
            head(printer, definition, place, ledgerFolder);
            return run(live, printer, source instanceof ReplayFeed ? null : end);
        }
    }

    private void refuseWrongNumbers() {
        if (lanes < 1) {
            throw refusal("--lanes " + lanes + " lets no training run", "each runs on one", "--lanes 1");
        }
        for (Duration length : new Duration[] {refresh, readyWithin == null ? refresh : readyWithin}) {
            if (length.isNegative() || length.isZero()) {
                throw refusal(length + " is no time to wait", "lengths of time are above zero here", "write PT10S");
            }
        }
    }

    /** Puts the strategy on the clock of the recording; when it ends there. */
    private Instant rehearse(
            Live live,
            ReplayFeed replay,
            StrategyDefinition definition,
            @Nullable Instant end,
            RunLedger runs,
            StorePlace place,
            Path ledgerFolder) {
        Instant reached = reached(runs);
        Rehearsal rehearsal = Rehearsal.of(replay, definition.zone(), reached, end);
        if (rehearsal.isOver(replay)) {
            boolean before = reached != null && replay.begin().filter(reached::equals).isPresent();
            throw refusal(
                    before
                            ? "the recording was replayed to its end before"
                            : "there are no bars to replay between " + rehearsal.from() + " and " + rehearsal.to(),
                    before
                            ? "the ledger in " + ledgerFolder + " has come to " + reached
                            : "the recording has none there",
                    before
                            ? "remove " + ledgerFolder + " and " + place.shown()
                                    + " to begin anew, or name others with --ledger and --store"
                            : "mend from=, to= or --until");
        }
        live.virtualTime(rehearsal.from(), rehearsal.to());
        if (past == null) {
            live.past(Rehearsal.history(replay.tape()));
        }
        return rehearsal.to();
    }

    /** The market time of the last thing that an earlier process wrote down; null if there was none. */
    private static @Nullable Instant reached(RunLedger runs) {
        AtomicReference<@Nullable Instant> last = new AtomicReference<>();
        runs.read(entry -> last.set(entry.market()));
        return last.get();
    }

    private void head(LivePrinter printer, StrategyDefinition definition, StorePlace place, Path ledgerFolder) {
        String address = feed.startsWith("replay:") || !feed.contains("?") ? feed : feed.substring(0, feed.indexOf('?'));
        String subscriptions = definition.subscriptions().stream()
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        if (json) {
            printer.print(LiveLine.of(clock.now(), "starting", "")
                    .with("strategy", name)
                    .with("subscriptions", subscriptions)
                    .with("feed", address)
                    .with("store", place.shown())
                    .with("ledger", ledgerFolder.toString()));
            return;
        }
        spec.commandLine()
                .getOut()
                .print(name + " live over " + subscriptions + " (" + definition.zone() + ")\n"
                        + "  feed      " + address + "\n"
                        + "  store     " + place.shown() + "\n"
                        + "  ledger    " + ledgerFolder + "\n\n");
    }

    private int run(Live live, LivePrinter printer, @Nullable Instant end) throws InterruptedException {
        LiveRun run = printer.start(live);
        Closing closing = new Closing(run);
        signal.stopBy(closing::close);
        StrategyFailedException failure = null;
        boolean ready = true;
        try {
            ready = readyWithin == null || run.awaitReady(readyWithin);
            while (ready && (end == null || clock.now().isBefore(end)) && !run.await(untilNextLook(end))) {
                // nothing to do but to look again
            }
            closing.close();
            run.await(Duration.ZERO);
        } catch (StrategyFailedException e) {
            failure = e;
            throw e;
        } finally {
            closing.close();
            printer.ended(run.status(), failure);
        }
        if (!ready) {
            String missing = run.models().stream()
                    .filter(model -> !model.isReady())
                    .map(ModelStatus::key)
                    .collect(Collectors.joining(", "));
            spec.commandLine()
                    .getErr()
                    .println("trainyard: " + name + " was not ready within " + readyWithin + "\n    why:  no usable model in "
                            + missing
                            + "\n    fix:  look at its trainings above; it is trained when it is deployed if @Train stands"
                            + " alone\n    more: trainyard live --help");
        }
        return ready ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Duration untilNextLook(@Nullable Instant end) {
        Duration left = end == null ? LOOK : Duration.between(clock.now(), end);
        return left.isNegative() ? Duration.ZERO : left.compareTo(LOOK) < 0 ? left : LOOK;
    }

    private Refusal refusal(String what, String why, String fix) {
        return new Refusal(spec.commandLine(), what, why, fix);
    }

    /** Stops a strategy once, whoever asks first; the others wait until that is done. */
    private static final class Closing {
        private final LiveRun run;
        private boolean closed;

        Closing(LiveRun run) {
            this.run = run;
        }

        synchronized void close() {
            if (!closed) {
                closed = true;
                run.close();
            }
        }
    }
}
