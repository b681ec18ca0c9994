package io.trainyard.console;

import io.trainyard.Tier;
import io.trainyard.host.Strategies;
import io.trainyard.schedule.calendar.Markets;
import io.trainyard.schedule.calendar.TradingCalendar;
import io.trainyard.schedule.declared.Declaration;
import io.trainyard.schedule.declared.DeclarationParser;
import io.trainyard.schedule.declared.Market;
import io.trainyard.schedule.declared.Mistake;
import io.trainyard.schedule.declared.Notation;
import io.trainyard.schedule.declared.ScheduleElement;
import io.trainyard.schedule.declared.ScheduleWords;
import io.trainyard.schedule.declared.Setting;
import io.trainyard.schedule.proof.Budget;
import io.trainyard.schedule.proof.PlannedTraining;
import io.trainyard.schedule.proof.Proof;
import io.trainyard.schedule.proof.Timetable;
import io.trainyard.schedule.proof.TrainingPlan;
import io.trainyard.strategy.StrategyDefinition;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a schedule before it is written, or those of a strategy. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "trainyard schedule DATES TIMES [--zone=ZONE] [--symbol=SYMBOL] --from=DATE [--to=DATE] [OPTION...]",
            "trainyard schedule NAME [--market=MARKET] --from=DATE [--to=DATE] [OPTION...]",
            ""
        },
        description = {
            "Says when a schedule is due, and what speaks against it.",
            "Takes the rule from options, which are called and read as the elements of @Train, or the rules of a"
                    + " compiled strategy by its NAME."
        },
        footer = {
            "",
            "Example: trainyard schedule --day SUNDAY --at 08:00 --zone America/New_York --from 2026-01-01",
            "",
            "Exit codes: 0 done, whatever was found, 2 the call was wrong."
        })
final class ScheduleCommand implements Runnable {

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "A strategy, in place of a rule; see: trainyard strategies")
    private @Nullable String name;

    @ArgGroup(validate = false, heading = "%nOn which dates:%n", order = 10)
    private DateOptions dates = new DateOptions();

    @ArgGroup(validate = false, heading = "%nAt which times, which add up:%n", order = 20)
    private TimeOptions times = new TimeOptions();

    @ArgGroup(validate = false, heading = "%nHow they are read:%n", order = 30)
    private ReadingOptions reading = new ReadingOptions();

    @ArgGroup(validate = false, heading = "%nWhat to look at:%n", order = 40)
    private Look look = new Look();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** What is looked at and how it is printed. */
    static final class Look {

        @Option(
                names = "--from",
                paramLabel = "DATE",
                order = 50,
                required = true,
                converter = Converters.ToDate.class,
                description = "The first day, that of deployment, yyyy-MM-dd. Required.")
        private @Nullable LocalDate from;

        @Option(
                names = "--to",
                paramLabel = "DATE",
                order = 51,
                converter = Converters.ToDate.class,
                description = "The last day. Default: a year's last.")
        private @Nullable LocalDate to;

        @Option(
                names = "--limit",
                paramLabel = "LENGTH",
                order = 52,
                converter = Converters.ToDuration.class,
                description = "How long a run may take, which is what it reserves. Default: the training's, or PT10M.")
        private @Nullable Duration limit;

        @Option(
                names = "--tier",
                paramLabel = "MB",
                order = 53,
                converter = RunOptions.TierConverter.class,
                description = "The tier of the training budget: 512, 1024 or 2048. Default: the strategy's, or 512.")
        private @Nullable Tier tier;

        @Option(names = "--all", order = 54, description = "Print every instant, however many there are.")
        private boolean all;

        @Option(names = "--json", order = 55, description = "Print JSON.")
        private boolean json;

        @Option(names = "--ics", order = 56, description = "Print a calendar in iCalendar format.")
        private boolean ics;
    }

    @Override
    public void run() {
        try {
            explain();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void explain() {
        if (look.json && look.ics) {
            throw refusal("--json and --ics are two formats.", "one call prints one of them.", "--json");
        }
        if (look.from == null) {
            throw refusal(
                    "No day is given to look from.",
                    "the day of deployment is not taken for granted.",
                    "--from 2026-01-01");
        }
        Subject subject = name == null ? rule() : strategy(name);
        LocalDate to = look.to != null ? look.to : look.from.plusYears(1).minusDays(1);
        if (to.isBefore(look.from)) {
            throw refusal(
                    "--to " + to + " lies before --from " + look.from + ".",
                    "days are looked at from the first to the last.",
                    "--from " + to + " --to " + look.from);
        }
        Instant from = look.from.atStartOfDay(subject.zone).toInstant();
        Instant until = to.plusDays(1).atStartOfDay(subject.zone).toInstant().minusNanos(1);
        Budget budget = Budget.of(subject.tier);
        Timetable timetable = Timetable.of(subject.name, subject.trainings, from, until);
        PrintWriter out = spec.commandLine().getOut();
        if (look.ics) {
            out.print(timetable.toICalendar());
        } else {
            Proof proof = Proof.of(new TrainingPlan(subject.trainings, budget, subject.markets, from, until));
            ScheduleReport report = ScheduleReport.of(subject, budget, timetable, proof);
            out.print(look.json ? JsonReport.of(report) + "\n" : ScheduleText.of(report, look.all));
        }
        out.flush();
    }

    /**
     * What is explained.
     *
     * @param name of the strategy, "schedule" where there is none
     * @param zone where its days begin and end
     * @param tier what it is afforded
     * @param trainings what is due
     * @param markets within whose sessions no training should be due
     */
    record Subject(
            String name, ZoneId zone, Tier tier, List<PlannedTraining> trainings, List<TradingCalendar> markets) {

        /** Copies the lists. */
        Subject {
            trainings = List.copyOf(trainings);
            markets = List.copyOf(markets);
        }
    }

    private Subject rule() {
        Declaration.Recurring declared = declared();
        return new Subject(
                "schedule",
                declared.clock().zone(),
                look.tier != null ? look.tier : Tier.MB_512,
                List.of(new PlannedTraining(
                        "training",
                        List.of(declared.toSchedule()),
                        look.limit != null ? look.limit : PlannedTraining.STANDARD_LIMIT)),
                market().stream().map(Market::calendar).toList());
    }

    /** The rule that the options declare. */
    Declaration.Recurring declared() {
        List<Mistake> mistakes = new ArrayList<>();
        ScheduleWords words = words(mistakes);
        if (words.isEmpty() && mistakes.isEmpty()) {
            throw refusal(
                    "Neither a strategy nor a rule is given.",
                    "a rule says on which dates and at what times, a strategy has rules of its own.",
                    "--day SUNDAY --at 08:00 --zone America/New_York");
        }
        Optional<Declaration> declaration =
                mistakes.isEmpty() ? DeclarationParser.parse(words, setting(), mistakes::add) : Optional.empty();
        if (declaration.isPresent() && declaration.get() instanceof Declaration.Recurring recurring) {
            mistakes.forEach(mistake -> Refusal.warn(mistake, spec.commandLine()));
            return recurring;
        }
        throw Refusal.of(spec.commandLine(), mistakes);
    }

    private ScheduleWords words(List<Mistake> mistakes) {
        TypedWords typed = new TypedWords(mistakes::add);
        dates.addTo(typed);
        times.addTo(typed);
        reading.addTo(typed);
        return typed.words();
    }

    private static Setting setting() {
        Setting.MarketSource markets = new LoaderMarkets(Main.class.getClassLoader());
        return new Setting(Notation.OPTIONS, Optional.empty(), Setting.Symbols.any(markets), markets);
    }

    /** The market that is named, by itself or by a symbol. */
    private Optional<Market> market() {
        ScheduleWords words = words(new ArrayList<>());
        List<Mistake> mistakes = new ArrayList<>();
        Optional<Market> market = DeclarationParser.market(words, setting(), mistakes::add);
        if (!mistakes.isEmpty()) {
            throw Refusal.of(spec.commandLine(), mistakes);
        }
        return market;
    }

    private Subject strategy(String strategy) {
        ScheduleWords words = words(new ArrayList<>());
        Set<ScheduleElement> allowed = Set.of(ScheduleElement.MARKET, ScheduleElement.SYMBOL);
        if (!words.combined().isEmpty() || !allowed.containsAll(words.words().keySet())) {
            throw refusal(
                    strategy + " has schedules of its own.",
                    "what is explained is a strategy or a rule.",
                    "trainyard schedule " + strategy + " --from " + look.from);
        }
        StrategyDefinition definition =
                Strategies.on(Main.class.getClassLoader()).named(strategy).definition();
        return new Subject(
                definition.name(),
                definition.zone(),
                look.tier != null ? look.tier : definition.tier(),
                definition.trainings().stream()
                        .map(training -> new PlannedTraining(
                                training.name(),
                                training.schedules(),
                                look.limit != null ? look.limit : training.limit()))
                        .toList(),
                markets(definition));
    }

    /** The markets of what a strategy subscribes to, or the one that is named in their place. */
    private List<TradingCalendar> markets(StrategyDefinition definition) {
        Optional<Market> named = market();
        return named.isPresent()
                ? List.of(named.get().calendar())
                : definition.subscriptions().stream()
                        .map(subscription -> Markets.named(subscription.market(), Main.class.getClassLoader()))
                        .distinct()
                        .toList();
    }

    private Refusal refusal(String what, String why, String fix) {
        return new Refusal(spec.commandLine(), what, why, fix);
    }
}
