package io.trainyard.console;

import io.trainyard.Plan;
import io.trainyard.Tier;
import io.trainyard.host.Backtest;
import io.trainyard.host.BacktestResult;
import io.trainyard.host.BacktestRun;
import io.trainyard.host.Strategies;
import io.trainyard.host.Trainyard;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.BarSource;
import io.trainyard.market.data.CsvBars;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.market.data.Normalization;
import io.trainyard.market.data.SampleBars;
import io.trainyard.store.DiskStore;
import io.trainyard.store.Quota;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import java.nio.file.Files;
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

    @Option(
            names = "--cash",
            paramLabel = "AMOUNT",
            description = "The money at the beginning. Default: ${DEFAULT-VALUE}.")
    private double cash = 100_000;

    @Option(
            names = "--tier",
            paramLabel = "MB",
            converter = TierConverter.class,
            description = "The tier of the training budget: 512, 1024 or 2048. Default: the strategy's.")
    private @Nullable Tier tier;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description = "The plan of the store: ${COMPLETION-CANDIDATES}. Default: the strategy's.")
    private @Nullable Plan plan;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where models are kept, one folder a strategy. Default: ${DEFAULT-VALUE}.")
    private Path store = Path.of(".trainyard", "backtests");

    @Option(names = "--all", description = "Print every training and every order, however many there are.")
    private boolean all;

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
        StrategyWiring wiring = wiring();
        StrategyDefinition definition = wiring.definition();
        Map<String, String> substitutes = substitutes(definition);
        BarSource bars = bars(definition, substitutes);
        Quota quota = Quota.of(plan != null ? plan : definition.plan());
        Progress progress = Progress.to(spec.commandLine().getErr(), interactive);
        DiskStore models = DiskStore.open(store.resolve(definition.name()), quota);
        Backtest backtest =
                Trainyard.backtest(wiring).bars(bars).cash(cash).store(models).listener(progress);
        substitutes.forEach(backtest::substitute);
        if (from != null) {
            backtest.from(from);
        }
        if (to != null) {
            backtest.to(to);
        }
        if (tier != null) {
            backtest.tier(tier);
        }
        BacktestRun run = backtest.deploy();
        progress.start(definition.name(), run);
        BacktestResult result;
        try {
            result = run.run();
        } finally {
            progress.stop();
        }
        BacktestReport report = BacktestReport.of(result, bars.description(), substitutes, models);
        spec.commandLine().getOut().print(json ? JsonReport.of(report) + "\n" : TextReport.of(report, all));
        spec.commandLine().getOut().flush();
    }

    private StrategyWiring wiring() {
        return Strategies.on(Main.class.getClassLoader()).named(name);
    }

    private BarSource bars(StrategyDefinition definition, Map<String, String> substitutes) {
        BarSource source = source(definition, substitutes);
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

    private BarSource source(StrategyDefinition definition, Map<String, String> substitutes) {
        if (data == null) {
            return new SampleBars();
        }
        if (!definition.subscriptions().isEmpty() && !LeanFolder.isAt(data)) {
            Subscription first = definition.subscriptions().get(0);
            if (Files.isRegularFile(data)) {
                String symbol = substitutes.getOrDefault(first.symbol(), first.symbol());
                return CsvBars.file(data, symbol, first.resolution(), definition.zone());
            }
            if (Files.isDirectory(data)) {
                return CsvBars.folder(data, first.resolution(), definition.zone());
            }
        }
        return LeanFolder.at(data);
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

    static final class TierConverter implements ITypeConverter<Tier> {
        @Override
        public Tier convert(String value) {
            for (Tier tier : Tier.values()) {
                if (value.equals(String.valueOf(tier.memoryMegabytes())) || value.equalsIgnoreCase(tier.name())) {
                    return tier;
                }
            }
            throw new TypeConversionException("'" + value + "' is not a tier: 512, 1024 or 2048");
        }
    }
}
