package io.trainyard.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Format;
import io.trainyard.Gap;
import io.trainyard.Hours;
import io.trainyard.Overlap;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Tape;
import io.trainyard.schedule.Agenda;
import io.trainyard.schedule.CalendarPeriod;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.Trigger;
import io.trainyard.schedule.WallClock;
import io.trainyard.schedule.calendar.TradingCalendar;
import io.trainyard.schedule.proof.Affordability.Exceeded;
import io.trainyard.schedule.proof.Budget;
import io.trainyard.schedule.proof.Finding;
import io.trainyard.schedule.proof.Finding.Code;
import io.trainyard.schedule.proof.PlannedTraining;
import io.trainyard.schedule.proof.Proof;
import io.trainyard.schedule.proof.Timetable;
import io.trainyard.schedule.proof.TrainingPlan;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ObjectType;
import io.trainyard.store.Quota;
import io.trainyard.time.Alarms;
import io.trainyard.time.ManualClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What is proved before a strategy runs is what happens when it does: random strategies are proved, and run by the agenda
 * and the trainer of a host, each run taking its limit by a stopwatch in the test's hand.
 */
class ProofAgainstRunsTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final TradingCalendar NYSE = TradingCalendar.usEquity();

    /** What became of the trainings of a plan. */
    private static List<TrainingRun> run(TrainingPlan plan) {
        ManualClock clock = new ManualClock(plan.deployedAt(), ZoneOffset.UTC);
        AtomicLong machineNanos = new AtomicLong();
        RunHistory history = new RunHistory();
        Budget budget = plan.budget();
        Trainer trainer = new Trainer(
                new TrainerParts(
                        "plan",
                        clock,
                        Timing.inStep(clock),
                        () -> Duration.ofNanos(machineNanos.get()),
                        Alarms.silent(),
                        TrainerParts.STANDARD_PATIENCE,
                        Lane.inline(),
                        () -> {},
                        new TrainingBudget(
                                new TrainingQuota(budget.capacity(), budget.leak(), budget.interval()),
                                plan.deployedAt()),
                        new ModelKeeper(
                                new MemoryStore(Quota.of(Plan.PROFESSIONAL)),
                                clock,
                                Tape.of(List.of(BarSeries.of("SPY", Resolution.DAILY)
                                                .build()))
                                        .history(clock)),
                        history,
                        new TrainingListener() {}),
                List.of());
        Agenda<TrainingJob> agenda = new Agenda<>();
        for (PlannedTraining training : plan.trainings()) {
            TrainingDefinition definition = new TrainingDefinition(
                    training.name(),
                    training.schedules().stream().map(Trigger::of).toList(),
                    List.of(training.name()),
                    training.limit());
            ModelSlot<String> slot = new ModelSlot<>(
                    new ModelCell(training.name()), ObjectType.of(String.class), Format.TEXT, () -> null, value -> {});
            TrainingJob job = TrainingJob.returning(definition, slot, () -> {
                machineNanos.addAndGet(training.limit().toNanos());
                return "model";
            });
            agenda.add(job, training.schedules(), plan.deployedAt());
        }
        for (Optional<Agenda.Due<TrainingJob>> due = agenda.poll(plan.until());
                due.isPresent();
                due = agenda.poll(plan.until())) {
            clock.moveTo(due.get().at());
            trainer.train(due.get().what(), due.get().at());
        }
        return history.runs();
    }

    @Property(tries = 3_000)
    void what_the_proof_says_is_what_happens(@ForAll("plans") TrainingPlan plan) {
        Proof proof = Proof.of(plan);
        List<TrainingRun> runs = run(plan);

        what_is_due_is_what_runs(plan, runs);
        what_is_affordable_is_never_refused(plan, proof, runs);
        what_is_never_due_never_runs(plan, proof, runs);
        what_does_not_overlap_never_does(plan, proof, runs);
    }

    private static void what_is_due_is_what_runs(TrainingPlan plan, List<TrainingRun> runs) {
        assertThat(runs.stream().map(run -> run.due() + " " + run.training()).toList())
                .isEqualTo(Timetable.of("any", plan.trainings(), plan.deployedAt(), plan.until()).entries().stream()
                        .map(entry -> entry.at() + " " + entry.training())
                        .toList());
    }

    private static void what_is_affordable_is_never_refused(TrainingPlan plan, Proof proof, List<TrainingRun> runs) {
        Set<String> tooLong = proof.findings().stream()
                .filter(finding -> finding.code() == Code.LIMIT_ABOVE_CAPACITY)
                .map(Finding::training)
                .collect(Collectors.toSet());
        List<TrainingRun> refused = runs.stream()
                .filter(run -> run.outcome() instanceof Outcome.Refused)
                .toList();
        assertThat(runs.stream().filter(run -> tooLong.contains(run.training())).toList())
                .isSubsetOf(refused);
        List<TrainingRun> others = refused.stream()
                .filter(run -> !tooLong.contains(run.training()))
                .toList();
        if (proof.affordability() instanceof Exceeded exceeded) {
            assertThat(exceeded.training()).isEqualTo(others.get(0).training());
            assertThat(exceeded.refused())
                    .isEqualTo(others.stream().limit(3).map(TrainingRun::due).toList());
            exceeded.largestLimit()
                    .ifPresent(limit -> assertThat(run(with(plan, exceeded.training(), limit, plan.budget())).stream()
                                    .filter(run -> !tooLong.contains(run.training())))
                            .noneMatch(run -> run.outcome() instanceof Outcome.Refused));
            exceeded.smallestTier()
                    .ifPresent(tier -> assertThat(run(with(plan, "", Duration.ofNanos(1), Budget.of(tier))))
                            .noneMatch(run -> run.outcome() instanceof Outcome.Refused));
        } else {
            assertThat(others).isEmpty();
        }
    }

    private static TrainingPlan with(TrainingPlan plan, String name, Duration limit, Budget budget) {
        List<PlannedTraining> trainings = plan.trainings().stream()
                .map(training -> training.name().equals(name)
                        ? new PlannedTraining(name, training.schedules(), limit)
                        : training)
                .toList();
        return new TrainingPlan(trainings, budget, plan.markets(), plan.deployedAt(), plan.until());
    }

    private static void what_is_never_due_never_runs(TrainingPlan plan, Proof proof, List<TrainingRun> runs) {
        for (PlannedTraining training : plan.trainings()) {
            long never = proof.findings().stream()
                    .filter(finding -> finding.code() == Code.NEVER_DUE
                            && finding.training().equals(training.name()))
                    .count();
            boolean runsNever = runs.stream().noneMatch(run -> run.training().equals(training.name()));
            assertThat(runsNever).isEqualTo(never == training.schedules().size());
        }
    }

    private static void what_does_not_overlap_never_does(TrainingPlan plan, Proof proof, List<TrainingRun> runs) {
        if (proof.findings().stream().anyMatch(finding -> finding.code() == Code.OVERLAPPING_TRAININGS)) {
            return;
        }
        Instant busyUntil = Instant.MIN;
        for (TrainingRun run : runs) {
            PlannedTraining training = plan.trainings().stream()
                    .filter(planned -> planned.name().equals(run.training()))
                    .findFirst()
                    .orElseThrow();
            boolean atDeployment = run.due().equals(plan.deployedAt())
                    && training.schedules().stream().anyMatch(Schedule::dueAtDeployment);
            if (!atDeployment) {
                assertThat(run.due()).isAfterOrEqualTo(busyUntil);
                busyUntil = run.due().plus(training.limit());
            }
        }
    }

    @Provide
    Arbitrary<TrainingPlan> plans() {
        Arbitrary<List<List<Schedule>>> schedules =
                schedules().list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Duration> limits = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 40).map(Duration::ofMinutes),
                Arbitraries.longs().between(1, 3_600_000).map(Duration::ofMillis));
        Arbitrary<Budget> budgets = Arbitraries.oneOf(Arbitraries.of(Tier.class).map(Budget::of), oddBudgets());
        return Combinators.combine(
                        schedules,
                        limits.list().ofSize(3),
                        budgets,
                        Arbitraries.longs().between(0, 700L * 86_400),
                        Arbitraries.longs().between(1, 60L * 86_400))
                .as((all, lengths, budget, start, span) -> {
                    List<PlannedTraining> trainings = new ArrayList<>();
                    IntStream.range(0, all.size())
                            .forEach(i -> trainings.add(
                                    new PlannedTraining("training-" + "abc".charAt(i), all.get(i), lengths.get(i))));
                    Instant from =
                            FIRST.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(start);
                    return new TrainingPlan(trainings, budget, List.of(NYSE), from, from.plusSeconds(span));
                });
    }

    private static Arbitrary<Budget> oddBudgets() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 5_400),
                        Arbitraries.longs().between(0, 3_600),
                        Arbitraries.longs().between(1, 200_000))
                .as((capacity, leak, interval) -> new Budget(
                        Duration.ofSeconds(capacity), Duration.ofSeconds(leak), Duration.ofSeconds(interval)));
    }

    private static Arbitrary<Schedule> schedules() {
        Arbitrary<DateRule> dates = Arbitraries.oneOf(
                Arbitraries.just(DateRule.everyDay()),
                Arbitraries.just(DateRule.today()),
                Arbitraries.just(DateRule.tomorrow()),
                Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(3).map(DateRule::every),
                Arbitraries.integers().between(0, 3).map(offset -> DateRule.startOf(CalendarPeriod.MONTH, offset)),
                Arbitraries.integers().between(0, 3).map(offset -> DateRule.endOf(CalendarPeriod.WEEK, offset, NYSE)),
                Arbitraries.integers().between(0, 800).map(day -> DateRule.on(FIRST.plusDays(day))),
                Arbitraries.integers().between(1, 5).map(weeks -> DateRule.everyWeeks(weeks, FIRST)),
                Arbitraries.just(DateRule.tradingDays(NYSE)),
                Arbitraries.integers().between(1, 5).map(n -> DateRule.nth(n, DayOfWeek.FRIDAY)));
        Arbitrary<TimeRule> times = Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(0, 95)
                        .map(quarter -> TimeRule.at(LocalTime.MIDNIGHT.plusMinutes(quarter * 15L))),
                Arbitraries.of(120, 480, 1_440).map(minutes -> TimeRule.every(Duration.ofMinutes(minutes))),
                Arbitraries.integers()
                        .between(-120, 120)
                        .map(minutes -> TimeRule.afterOpen(NYSE, Duration.ofMinutes(minutes), Hours.REGULAR)),
                Arbitraries.integers()
                        .between(-120, 120)
                        .map(minutes -> TimeRule.beforeClose(NYSE, Duration.ofMinutes(minutes), Hours.EXTENDED)));
        Arbitrary<WallClock> clocks = Combinators.combine(
                        Arbitraries.of("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC"),
                        Arbitraries.of(Gap.class),
                        Arbitraries.of(Overlap.class))
                .as((zone, gap, overlap) ->
                        WallClock.of(ZoneId.of(zone)).with(gap).with(overlap));
        return Arbitraries.oneOf(
                Arbitraries.just(Schedule.atDeployment()),
                Combinators.combine(dates, times, clocks).as(Schedule::of),
                Combinators.combine(dates, times, clocks).as(Schedule::of));
    }
}
