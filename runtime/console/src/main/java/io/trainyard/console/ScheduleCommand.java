package io.trainyard.console;

import io.trainyard.Gap;
import io.trainyard.Hours;
import io.trainyard.Overlap;
import io.trainyard.Tier;
import io.trainyard.host.Strategies;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.WallClock;
import io.trainyard.schedule.calendar.TradingCalendar;
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
import java.util.List;
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
            "trainyard schedule DATES TIMES [--zone=ZONE] [--market=MARKET] --from=DATE [--to=DATE] [OPTION...]",
            "trainyard schedule NAME [--market=MARKET] --from=DATE [--to=DATE] [OPTION...]",
            ""
        },
        description = {
            "Says when a schedule is due, and what speaks against it.",
            "Takes the rule from options, or the rules of a compiled strategy by its NAME."
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
    private Reading reading = new Reading();

    @ArgGroup(validate = false, heading = "%nWhat to look at:%n", order = 40)
    private Look look = new Look();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** How dates and times are read. */
    static final class Reading {

        @Option(
                names = "--zone",
                paramLabel = "ZONE",
                order = 40,
                converter = Converters.ToZone.class,
                description = "Where wall times are read, such as America/New_York. Default: that of --market.")
        private @Nullable ZoneId zone;

        @Option(
                names = "--market",
                paramLabel = "MARKET",
                order = 41,
                converter = Converters.ToMarket.class,
                description =
                        "us-equity, crypto, forex or cme-index: whose trading days and hours are meant, and within"
                                + " whose sessions no training should be due.")
        private @Nullable TradingCalendar market;

        @Option(names = "--extended", order = 42, description = "Count pre-market and post-market as open.")
        private boolean extended;

        @Option(
                names = "--gap",
                paramLabel = "POLICY",
                order = 43,
                converter = Converters.ToGap.class,
                description = "What becomes of a wall time that a clock change skips: next-valid (default) or skip.")
        private @Nullable Gap gap;

        @Option(
                names = "--overlap",
                paramLabel = "POLICY",
                order = 44,
                description = "What becomes of one that it repeats: earlier, later (default) or both.")
        private @Nullable Overlap overlap;
    }

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
                converter = BacktestCommand.TierConverter.class,
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
            throw new IllegalArgumentException("--json and --ics are two formats: give one of them");
        }
        if (look.from == null) {
            throw new IllegalArgumentException("no day is given to look from: --from 2026-01-01");
        }
        Subject subject = name == null ? rule() : strategy(name);
        LocalDate to = look.to != null ? look.to : look.from.plusYears(1).minusDays(1);
        if (to.isBefore(look.from)) {
            throw new IllegalArgumentException("--to " + to + " lies before --from " + look.from);
        }
        Instant from = look.from.atStartOfDay(subject.zone).toInstant();
        Instant until = to.plusDays(1).atStartOfDay(subject.zone).toInstant().minusNanos(1);
        Budget budget = Budget.of(subject.tier);
        Timetable timetable = Timetable.of(subject.name, subject.trainings, from, until);
        PrintWriter out = spec.commandLine().getOut();
        if (look.ics) {
            out.print(timetable.toICalendar());
        } else {
            List<TradingCalendar> markets = reading.market == null ? List.of() : List.of(reading.market);
            Proof proof = Proof.of(new TrainingPlan(subject.trainings, budget, markets, from, until));
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
     */
    record Subject(String name, ZoneId zone, Tier tier, List<PlannedTraining> trainings) {}

    private Subject rule() {
        Hours hours = reading.extended ? Hours.EXTENDED : Hours.REGULAR;
        ZoneId zone = reading.zone != null ? reading.zone : reading.market != null ? reading.market.zone() : null;
        if (zone == null) {
            throw new IllegalArgumentException("no zone is given to read wall times in: --zone America/New_York, or a"
                    + " --market whose zone it is");
        }
        WallClock clock = WallClock.of(zone);
        if (reading.gap != null) {
            clock = clock.with(reading.gap);
        }
        if (reading.overlap != null) {
            clock = clock.with(reading.overlap);
        }
        Schedule schedule = Schedule.of(dates.rule(reading.market, hours), times.rule(reading.market, hours), clock);
        return new Subject(
                "schedule",
                zone,
                look.tier != null ? look.tier : Tier.MB_512,
                List.of(new PlannedTraining(
                        "training",
                        List.of(schedule),
                        look.limit != null ? look.limit : PlannedTraining.STANDARD_LIMIT)));
    }

    private Subject strategy(String strategy) {
        if (dates.areGiven()
                || times.areGiven()
                || reading.zone != null
                || reading.gap != null
                || reading.overlap != null) {
            throw new IllegalArgumentException(strategy + " has schedules of its own: give a strategy or a rule");
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
                        .toList());
    }
}
