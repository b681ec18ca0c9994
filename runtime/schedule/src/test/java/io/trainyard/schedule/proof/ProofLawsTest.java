package io.trainyard.schedule.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Gap;
import io.trainyard.Hours;
import io.trainyard.Overlap;
import io.trainyard.Tier;
import io.trainyard.schedule.Agenda;
import io.trainyard.schedule.CalendarPeriod;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.LeakyBucket;
import io.trainyard.schedule.LeakyBucket.Verdict;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.WallClock;
import io.trainyard.schedule.calendar.TradingCalendar;
import io.trainyard.schedule.proof.Affordability.Affordable;
import io.trainyard.schedule.proof.Affordability.Exceeded;
import io.trainyard.schedule.proof.Finding.Code;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is proved before a run is what an agenda and a bucket do during it. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ProofLawsTest {

    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    /** A run that an agenda makes due. */
    record Run(Instant at, PlannedTraining training) {}

    private static List<Run> runs(TrainingPlan plan) {
        Agenda<PlannedTraining> agenda = new Agenda<>();
        plan.trainings().forEach(training -> agenda.add(training, training.schedules(), plan.deployedAt()));
        List<Run> runs = new ArrayList<>();
        for (Optional<Agenda.Due<PlannedTraining>> due = agenda.poll(plan.until());
                due.isPresent();
                due = agenda.poll(plan.until())) {
            runs.add(new Run(due.get().at(), due.get().what()));
        }
        return runs;
    }

    /** The runs that a host would refuse if each took its limit, capped. */
    private static List<Run> refused(TrainingPlan plan, Budget budget, Duration cap) {
        LeakyBucket bucket = LeakyBucket.empty(budget.capacity(), budget.leak(), budget.interval(), plan.deployedAt());
        List<Run> refused = new ArrayList<>();
        for (Run run : runs(plan)) {
            Duration limit = run.training().limit();
            Duration cost = limit.compareTo(cap) > 0 ? cap : limit;
            if (bucket.pour(cost, run.at()) instanceof Verdict.Granted granted) {
                bucket = granted.bucket();
            } else {
                refused.add(run);
            }
        }
        return refused;
    }

    @Property(tries = 400)
    void the_budget_is_exceeded_exactly_where_a_run_would_be_refused(@ForAll("plans") TrainingPlan plan) {
        List<Run> refused = refused(plan, plan.budget(), plan.budget().capacity());
        Affordability affordability = Proof.of(plan).affordability();

        if (refused.isEmpty()) {
            assertThat(affordability).isInstanceOf(Affordable.class);
        } else {
            assertThat(affordability).isInstanceOfSatisfying(Exceeded.class, exceeded -> {
                assertThat(exceeded.training())
                        .isEqualTo(refused.get(0).training().name());
                assertThat(exceeded.refused())
                        .isEqualTo(refused.stream().limit(3).map(Run::at).toList());
            });
        }
    }

    @Property(tries = 200)
    void the_largest_limit_fits_and_a_second_more_does_not(@ForAll("plans") TrainingPlan plan) {
        if (Proof.of(plan).affordability() instanceof Exceeded exceeded) {
            Duration cap = exceeded.largestForAll().orElse(Duration.ZERO);
            assertThat(refused(plan, plan.budget(), cap)).isEmpty();
            assertThat(refused(plan, plan.budget(), cap.plusSeconds(1))).isNotEmpty();

            TrainingPlan lowered =
                    with(plan, exceeded.training(), exceeded.largestLimit().orElse(Duration.ofNanos(1)));
            if (exceeded.largestLimit().isPresent()) {
                assertThat(Proof.of(lowered).affordability()).isInstanceOf(Affordable.class);
            }
            Duration more = exceeded.largestLimit().orElse(Duration.ZERO).plusSeconds(1);
            assertThat(Proof.of(with(plan, exceeded.training(), more)).affordability())
                    .isInstanceOf(Exceeded.class);
        }
    }

    @Property(tries = 200)
    void the_smallest_tier_is_the_first_that_refuses_nothing(@ForAll("plans") TrainingPlan plan) {
        if (Proof.of(plan).affordability() instanceof Exceeded exceeded) {
            Optional<Tier> expected = Arrays.stream(Tier.values())
                    .filter(tier ->
                            refused(plan, Budget.of(tier), Duration.ofDays(1)).isEmpty())
                    .findFirst();
            assertThat(exceeded.smallestTier()).isEqualTo(expected);
        }
    }

    private static TrainingPlan with(TrainingPlan plan, String name, Duration limit) {
        return new TrainingPlan(
                plan.trainings().stream()
                        .map(training -> training.name().equals(name)
                                ? new PlannedTraining(name, training.schedules(), limit)
                                : training)
                        .toList(),
                plan.budget(),
                plan.markets(),
                plan.deployedAt(),
                plan.until());
    }

    @Property(tries = 300)
    void overlaps_are_those_of_every_pair_of_runs(@ForAll("plans") TrainingPlan plan) {
        // those at deployment come one after another
        List<Run> runs = runs(plan).stream()
                .filter(run -> !run.at().equals(plan.deployedAt())
                        || run.training().schedules().stream()
                                .anyMatch(schedule -> !schedule.dueAtDeployment()
                                        && schedule.boundAt(plan.deployedAt())
                                                .next(plan.deployedAt().minusNanos(1))
                                                .equals(Optional.of(plan.deployedAt()))))
                .toList();
        Map<String, List<Instant>> expected = new TreeMap<>();
        for (int second = 0; second < runs.size(); second++) {
            List<String> pairs = new ArrayList<>();
            for (int first = 0; first < second; first++) {
                Run earlier = runs.get(first);
                Run later = runs.get(second);
                if (later.at().isBefore(earlier.at().plus(earlier.training().limit()))) {
                    String a = earlier.training().name();
                    String b = later.training().name();
                    pairs.add(a.compareTo(b) < 0 ? a + b : b + a);
                }
            }
            Instant at = runs.get(second).at();
            pairs.stream()
                    .distinct()
                    .forEach(pair -> expected.computeIfAbsent(pair, any -> new ArrayList<>())
                            .add(at));
        }
        List<Finding> found = Proof.of(plan).findings().stream()
                .filter(finding -> finding.code() == Code.OVERLAPPING_TRAININGS)
                .toList();

        assertThat(found)
                .extracting(Finding::instants)
                .containsExactlyInAnyOrderElementsOf(expected.values().stream()
                        .map(instants -> instants.subList(0, Math.min(3, instants.size())))
                        .toList());
    }

    @Property(tries = 300)
    void hits_in_session_are_those_of_the_calendar(@ForAll("plans") TrainingPlan plan) {
        List<Finding> found = Proof.of(plan).findings().stream()
                .filter(finding -> finding.code() == Code.DUE_IN_SESSION)
                .toList();
        List<List<Instant>> expected = new ArrayList<>();
        for (PlannedTraining training : plan.trainings()) {
            for (Schedule schedule : training.schedules()) {
                for (TradingCalendar market : plan.markets()) {
                    List<Instant> hits = schedule.between(plan.deployedAt().minusNanos(1), plan.until()).stream()
                            .filter(instant -> market.isOpen(instant, Hours.REGULAR))
                            .limit(3)
                            .toList();
                    if (!hits.isEmpty()) {
                        expected.add(hits);
                    }
                }
            }
        }
        assertThat(found).extracting(Finding::instants).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The plain definition: every date of the rule, every offset that the JDK finds valid at the wall time. */
    @Property(tries = 300)
    void clock_changes_are_those_of_the_jdk(
            @ForAll("awkwardZones") String name,
            @ForAll("days") DayOfWeek day,
            @ForAll("halfHours") LocalTime time,
            @ForAll Gap gap,
            @ForAll Overlap overlap,
            @ForAll("years") int year) {
        ZoneId zone = ZoneId.of(name);
        WallClock clock = WallClock.of(zone).with(gap).with(overlap);
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate end = first.plusYears(3);
        List<LocalDateTime> skipped = new ArrayList<>();
        List<LocalDateTime> repeated = new ArrayList<>();
        for (LocalDate date = first; date.isBefore(end); date = date.plusDays(1)) {
            LocalDateTime reading = date.atTime(time);
            int offsets = zone.getRules().getValidOffsets(reading).size();
            if (date.getDayOfWeek() == day && offsets != 1) {
                (offsets == 0 ? skipped : repeated).add(reading);
            }
        }
        Proof proof = Proof.of(new TrainingPlan(
                List.of(new PlannedTraining(
                        "a",
                        List.of(Schedule.of(DateRule.every(day), TimeRule.at(time), clock)),
                        Duration.ofMinutes(1))),
                new Budget(Duration.ofHours(1), Duration.ofHours(1), Duration.ofDays(1)),
                List.of(),
                first.atStartOfDay(zone).toInstant(),
                end.atStartOfDay(zone).toInstant().minusNanos(1)));

        assertThat(instants(proof, Code.WALL_TIME_SKIPPED))
                .isEqualTo(skipped.stream()
                        .map(reading -> zone.getRules().getTransition(reading).getInstant())
                        .limit(3)
                        .toList());
        assertThat(instants(proof, Code.WALL_TIME_REPEATED))
                .isEqualTo(repeated.stream()
                        .flatMap(reading -> clock.instants(reading).stream())
                        .limit(3)
                        .toList());
    }

    private static List<Instant> instants(Proof proof, Code code) {
        return proof.findings().stream()
                .filter(finding -> finding.code() == code)
                .flatMap(finding -> finding.instants().stream())
                .toList();
    }

    @Provide
    Arbitrary<String> awkwardZones() {
        return Arbitraries.of(
                "America/New_York",
                "America/St_Johns",
                "Pacific/Apia",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "America/Sao_Paulo",
                "Europe/London",
                "Asia/Tokyo");
    }

    @Provide
    Arbitrary<DayOfWeek> days() {
        return Arbitraries.of(DayOfWeek.SUNDAY, DayOfWeek.SUNDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
    }

    @Provide
    Arbitrary<LocalTime> halfHours() {
        return Arbitraries.integers().between(0, 9).map(half -> LocalTime.MIDNIGHT.plusMinutes(half * 30L));
    }

    @Provide
    Arbitrary<Integer> years() {
        return Arbitraries.integers().between(2005, 2030);
    }

    @Property(tries = 300)
    void schedules_that_repeat_others_can_be_left_out(@ForAll("plans") TrainingPlan plan) {
        List<Finding> found = Proof.of(plan).findings().stream()
                .filter(finding ->
                        finding.code() == Code.DUPLICATE_SCHEDULE || finding.code() == Code.SCHEDULE_CONTAINED)
                .toList();
        List<PlannedTraining> fewer = plan.trainings().stream()
                .map(training -> new PlannedTraining(
                        training.name(),
                        IntStream.range(0, training.schedules().size())
                                .filter(i -> found.stream()
                                        .noneMatch(finding -> finding.training().equals(training.name())
                                                && finding.schedule().getAsInt() == i))
                                .mapToObj(training.schedules()::get)
                                .toList(),
                        training.limit()))
                .toList();

        assertThat(due(fewer, plan)).isEqualTo(due(plan.trainings(), plan));
    }

    private static List<String> due(List<PlannedTraining> trainings, TrainingPlan plan) {
        return Timetable.of("s", trainings, plan.deployedAt(), plan.until()).entries().stream()
                .map(entry -> entry.at() + " " + entry.training())
                .toList();
    }

    @Property(tries = 300)
    void a_timetable_is_what_an_agenda_would_do(@ForAll("plans") TrainingPlan plan) {
        assertThat(due(plan.trainings(), plan))
                .isEqualTo(runs(plan).stream()
                        .map(run -> run.at() + " " + run.training().name())
                        .toList());
    }

    @Provide
    Arbitrary<TrainingPlan> plans() {
        Arbitrary<Duration> limits = Arbitraries.longs().between(1, 1_800).map(Duration::ofSeconds);
        Arbitrary<List<List<Schedule>>> schedules =
                schedules().list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Budget> budgets = Combinators.combine(
                        Arbitraries.longs().between(30, 90),
                        Arbitraries.longs().between(0, 30),
                        Arbitraries.longs().between(1, 48))
                .as((capacity, leak, interval) ->
                        new Budget(Duration.ofMinutes(capacity), Duration.ofMinutes(leak), Duration.ofHours(interval)));
        return Combinators.combine(
                        schedules,
                        limits.list().ofSize(3),
                        budgets,
                        Arbitraries.longs().between(0, 700L * 86_400),
                        Arbitraries.longs().between(0, 90L * 86_400))
                .as((all, lengths, budget, start, span) -> {
                    List<PlannedTraining> trainings = IntStream.range(0, all.size())
                            .mapToObj(i -> new PlannedTraining("abc".substring(i, i + 1), all.get(i), lengths.get(i)))
                            .toList();
                    Instant from = FIRST.plusSeconds(start);
                    return new TrainingPlan(
                            trainings,
                            budget,
                            List.of(TradingCalendar.usEquity(), TradingCalendar.cmeIndexFutures()),
                            from,
                            from.plusSeconds(span));
                });
    }

    private static Arbitrary<Schedule> schedules() {
        Arbitrary<DateRule> dates = Arbitraries.oneOf(
                Arbitraries.just(DateRule.everyDay()),
                Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(3).map(DateRule::every),
                Arbitraries.integers().between(0, 3).map(offset -> DateRule.startOf(CalendarPeriod.MONTH, offset)),
                Arbitraries.just(DateRule.tradingDays(TradingCalendar.usEquity())),
                Arbitraries.just(DateRule.nth(1, DayOfWeek.MONDAY)));
        Arbitrary<TimeRule> times = Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(0, 47)
                        .map(half -> TimeRule.at(LocalTime.MIDNIGHT.plusMinutes(half * 30L))),
                Arbitraries.of(8, 20).map(hour -> TimeRule.at(LocalTime.of(hour, 0))),
                Arbitraries.integers().between(4, 12).map(hours -> TimeRule.every(Duration.ofHours(hours))),
                Arbitraries.just(
                        TimeRule.beforeOpen(TradingCalendar.usEquity(), Duration.ofMinutes(45), Hours.REGULAR)));
        Arbitrary<Schedule> recurring = Combinators.combine(dates, times, Arbitraries.of("America/New_York", "UTC"))
                .as((date, time, zone) -> Schedule.of(date, time, WallClock.of(ZoneId.of(zone))));
        return Arbitraries.frequencyOf(Tuple.of(6, recurring), Tuple.of(1, Arbitraries.just(Schedule.atDeployment())));
    }
}
