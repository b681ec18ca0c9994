package io.trainyard.console;

import io.trainyard.console.store.StorePlace;
import io.trainyard.host.Backtest;
import io.trainyard.host.BacktestResult;
import io.trainyard.host.BacktestRun;
import io.trainyard.host.Trainyard;
import io.trainyard.market.data.BarSource;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.market.data.Normalization;
import io.trainyard.market.data.SampleBars;
import io.trainyard.store.DiskStore;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.time.WallClock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Runs one strategy over recorded bars. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs a strategy over recorded bars, with its trainings in step.",
        footer = {"", "Exit codes: 0 done, 1 the strategy failed, 2 the call or its data was wrong."})
final class BacktestCommand implements Runnable {

    private static final Path BACKTESTS = Path.of(".trainyard", "backtests");
    private static final Path CACHE = Path.of(".trainyard", "cache");

    @Parameters(paramLabel = "NAME", description = "The strategy; see: trainyard strategies")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String name;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description =
                    "A folder in LEAN's format, a folder of CSV files named by symbol, or one CSV file"
                            + " (timestamp, open, high, low, close, volume; times in the strategy's zone). Default: AAPL, daily, 2013.")
    private @Nullable Path data;

    @Option(
            names = "--prices",
            paramLabel = "HOW",
            converter = PricesConverter.class,
            description = "Prices of a folder in LEAN's format: adjusted for splits and dividends, for splits alone"
                    + " (split), or as quoted (raw). Default: adjusted.")
    private @Nullable Normalization prices;

    @Option(
            names = "--symbol",
            paramLabel = "[OLD=]NEW",
            description =
                    "Run over the bars of NEW where the strategy says OLD; OLD may be left out if it subscribes to"
                            + " one symbol.")
    private List<String> symbols = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The first day, yyyy-MM-dd. Default: that of the bars.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The last day, yyyy-MM-dd. Default: that of the bars.")
    private @Nullable LocalDate to;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--store",
            paramLabel = "PLACE",
            description = "Where models are kept: a folder, with one folder a strategy, or a location that begins with"
                    + " jdbc: or s3: (see: trainyard store --help). Default: .trainyard/backtests.")
    private @Nullable String store;

    @Option(
            names = "--cache",
            description = "Keep what trainings come to, in .trainyard/cache, and do not train again what was trained"
                    + " before: same code, bars, days and terms. Without --store, the run then begins without models and"
                    + " leaves none.")
    private boolean cache;

    @Option(names = "--all", description = "Print every training and every order, however many there are.")
    private boolean all;

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            description =
                    "Draw the equity beside buying and holding, with trainings and trades, into FILE, .svg or .png.")
    private @Nullable Path chart;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final boolean interactive;

    BacktestCommand(boolean interactive) {
        this.interactive = interactive;
    }

    @Override
    public void run() {
        StrategyWiring wiring = NamedStrategy.find(name, spec.commandLine());
        StrategyDefinition definition = wiring.definition();
        Map<String, String> substitutes = substitutes(definition);
        ChartFile drawing = chart == null ? null : ChartFile.at(chart, spec.commandLine());
        BarSource bars = bars(definition, substitutes);
        Progress progress = Progress.to(spec.commandLine().getErr(), interactive);
        StoreBackend models = models(definition);
        Backtest backtest = Trainyard.backtest(wiring)
                .bars(bars)
                .cash(options.cash())
                .store(models)
                .listener(progress);
        substitutes.forEach(backtest::substitute);
        if (from != null) {
            backtest.from(from);
        }
        if (to != null) {
            backtest.to(to);
        }
        options.tier().ifPresent(backtest::tier);
        if (cache) {
            backtest.cache(CACHE.resolve(definition.name()));
        }
        BacktestRun run = backtest.deploy();
        progress.start(definition.name(), run);
        BacktestResult result;
        try {
            result = run.run();
        } finally {
            progress.stop();
        }
        if (cache) {
            // not in the report, which is the same whether trained or found
            spec.commandLine()
                    .getErr()
                    .println(run.fromCache() + " of " + result.trainings().size() + " trainings from the cache");
        }
        BacktestReport report = BacktestReport.of(result, bars.description(), substitutes, models);
        spec.commandLine().getOut().print(json ? JsonReport.of(report) + "\n" : TextReport.of(report, all));
        spec.commandLine().getOut().flush();
        if (drawing != null) {
            drawing.draw(result);
        }
    }

    /** With a cache and no word about a store, every run begins alike: what another has left would be another beginning. */
    private StoreBackend models(StrategyDefinition definition) {
        Quota quota = options.quota(definition);
        if (store == null) {
            return cache ? new MemoryStore(quota) : DiskStore.open(BACKTESTS.resolve(definition.name()), quota);
        }
        return StorePlace.of(
                        store,
                        "backtests",
                        definition.name(),
                        message -> new ParameterException(spec.commandLine(), message))
                .open(quota, WallClock.system());
    }

    private BarSource bars(StrategyDefinition definition, Map<String, String> substitutes) {
        BarSource source = data == null ? new SampleBars() : DataPath.read(data, definition, substitutes);
        if (prices == null) {
            return source;
        }
        if (source instanceof LeanFolder lean) {
            return lean.with(prices);
        }
        throw new ParameterException(
                spec.commandLine(),
                "--prices is for a folder in LEAN's format, and the bars come from " + source.description()
                        + ": leave it out, their prices are taken as they are");
    }

    private Map<String, String> substitutes(StrategyDefinition definition) {
        Map<String, String> substitutes = new LinkedHashMap<>();
        for (String symbol : symbols) {
            int equals = symbol.indexOf('=');
            if (equals == 0 || equals == symbol.length() - 1 || symbol.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "'" + symbol + "' lacks a symbol: --symbol OLD=NEW, such as SPY=AAPL");
            } else if (equals > 0) {
                substitutes.put(symbol.substring(0, equals), symbol.substring(equals + 1));
            } else if (definition.subscriptions().size() == 1) {
                substitutes.put(definition.subscriptions().get(0).symbol(), symbol);
            } else {
                throw new ParameterException(
                        spec.commandLine(),
                        definition.name() + " subscribes to " + definition.subscriptions()
                                + ": say which one to replace, --symbol OLD=" + symbol);
            }
        }
        return substitutes;
    }

    static final class DateConverter implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + value + "' is not a day: yyyy-MM-dd, such as 2013-10-07");
            }
        }
    }

    static final class PricesConverter implements ITypeConverter<Normalization> {
        @Override
        public Normalization convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "adjusted" -> Normalization.ADJUSTED;
                case "split" -> Normalization.SPLIT_ADJUSTED;
                case "raw" -> Normalization.RAW;
                default -> throw new TypeConversionException("'" + value + "' is none of adjusted, split and raw");
            };
        }
    }
}
