package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.NEW_YORK;
import static io.trainyard.host.DeclaredByHand.weekdays;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Busy;
import io.trainyard.Cost;
import io.trainyard.schedule.Agenda;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.TrainingRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables of LEAN's tests and source on trainings, limits and scheduled events, read as intent: where LEAN ends the algorithm,
 * that training is denied and the strategy goes on. Rows on what there is no counterpart of (names, equality, polling
 * intervals, texts of errors, warm-up) have no entry here.
 */
final class LeanTrainingTablesTest {

    private static final RunPolicy RULES = RunPolicy.standard();
    private static final LocalDate FIRST = LocalDate.parse("2013-10-07");
    private static final Instant START = FIRST.atStartOfDay(NEW_YORK).toInstant();
    private static final Instant T = Instant.parse("2015-08-11T10:30:00Z");

    private static final Map<String, Executable> MEANINGS = Map.ofEntries(
            Map.entry(
                    "TN-01",
                    () -> assertThat(dues(run(new DeclaredByHand())))
                            .containsExactly("2013-10-07T00:00", "2013-10-13T08:00")),
            Map.entry(
                    "TN-03",
                    () -> deniedAndAlive(RULES.within(Duration.ofSeconds(3)).charged(Duration.ofSeconds(150)))),
            Map.entry(
                    "TN-08",
                    () -> assertThat(
                                    run(new DeclaredByHand()).trainings().get(1).settledAt())
                            .isEqualTo(DeclaredByHand.at(LocalDate.parse("2013-10-13"), LocalTime.of(8, 0)))),
            // after the last bar: run, not lost
            Map.entry(
                    "TN-09",
                    () -> assertThat(dues(run(new DeclaredByHand().due(daily(23, 59)))))
                            .hasSize(8)),
            Map.entry("TN-10", () -> assertThat(failing().slices()).isEqualTo(6)),
            Map.entry("TN-16", () -> assertThat(chargedWithoutTrainings()).isZero()),
            Map.entry(
                    "TL-05",
                    () -> deniedAndAlive(RULES.within(Duration.ofSeconds(3)).charged(Duration.ofSeconds(150)))),
            Map.entry(
                    "TL-06",
                    () -> deniedAndAlive(RULES.within(Duration.ofSeconds(90)).charged(Duration.ofSeconds(150)))),
            Map.entry("TL-18", () -> assertThat(minutesAfforded(30, 10)).isEqualTo(30)),
            Map.entry("TL-19", () -> assertThat(minutesAfforded(5, 10)).isZero()),
            // a capacity of nothing is refused when it is built; the smallest affords no more than it holds
            Map.entry("TL-20", () -> assertThat(minutesAfforded(1, 5)).isZero()),
            Map.entry("TL-33", () -> assertThat(chargedAfterFailure()).isEqualTo(Duration.ofMinutes(1))),
            Map.entry("SE-01", () -> assertThat(fired(List.of(T), T)).containsExactly(T)),
            Map.entry("SE-02", () -> assertThat(agenda(List.of()).next()).isEmpty()),
            Map.entry("SE-03", () -> assertThat(drained(List.of(T), T).next()).isEmpty()),
            Map.entry(
                    "SE-04",
                    () -> assertThat(fired(List.of(T.minusSeconds(2), T.minusSeconds(1), T), T))
                            .containsExactly(T.minusSeconds(2), T.minusSeconds(1), T)),
            Map.entry(
                    "SE-07",
                    () -> assertThat(fired(List.of(T), T.minusSeconds(1))).isEmpty()),
            Map.entry(
                    "SE-08",
                    () -> assertThat(fired(List.of(T), T.plusSeconds(86_400))).containsExactly(T)),
            Map.entry(
                    "SE-09",
                    () -> assertThat(fired(List.of(T, T.plusSeconds(86_400)), T.plusSeconds(86_400)))
                            .containsExactly(T, T.plusSeconds(86_400))),
            Map.entry(
                    "SE-10",
                    () -> assertThat(drained(List.of(T), T).poll(T.plusSeconds(3_155_760_000L)))
                            .isEmpty()),
            Map.entry("SE-16", () -> assertThat(calls(failingDaily())).isEqualTo(8)));

    private static Schedule daily(int hour, int minute) {
        return Schedule.of(DateRule.every(DayOfWeek.values()), TimeRule.at(LocalTime.of(hour, minute)), NEW_YORK);
    }

    private static BacktestResult run(DeclaredByHand strategy) {
        return run(
                strategy,
                new TrainingBudget(
                        new TrainingQuota(Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofDays(1)), START));
    }

    private static BacktestResult run(DeclaredByHand strategy, TrainingBudget budget) {
        return new Backtest(strategy)
                .bars(weekdays("2013-09-02", "2013-10-31"))
                .from(FIRST)
                .to(LocalDate.parse("2013-10-14"))
                .budget(budget)
                .run();
    }

    private static List<String> dues(BacktestResult result) {
        return result.trainings().stream()
                .map(run -> run.due().atZone(NEW_YORK).toLocalDateTime().toString())
                .toList();
    }

    private static void deniedAndAlive(RunPolicy policy) {
        BacktestResult result = run(new DeclaredByHand().policy(policy));
        assertThat(result.trainings()).extracting(TrainingRun::outcome).allMatch(Outcome.OverLimit.class::isInstance);
        assertThat(result.slices()).isEqualTo(6);
    }

    private static BacktestResult failing() {
        return run(new DeclaredByHand().trains(host -> () -> {
            throw new IllegalStateException("no convergence");
        }));
    }

    private static BacktestResult failingDaily() {
        return run(new DeclaredByHand().due(daily(8, 0)).trains(host -> () -> {
            throw new IllegalStateException("no convergence");
        }));
    }

    private static int calls(BacktestResult result) {
        return result.trainings().size();
    }

    private static Duration chargedWithoutTrainings() {
        TrainingBudget budget = budget(30);
        run(new DeclaredByHand().due().always(), budget);
        return budget.level(START);
    }

    private static Duration chargedAfterFailure() {
        TrainingBudget budget = budget(30);
        run(
                new DeclaredByHand()
                        .due(Schedule.atDeployment())
                        .policy(RULES.charged(Duration.ofMinutes(1)))
                        .trains(host -> () -> {
                            throw new IllegalStateException("no convergence");
                        }),
                budget);
        return budget.level(START);
    }

    private static TrainingBudget budget(int minutes) {
        return new TrainingBudget(
                new TrainingQuota(Duration.ofMinutes(minutes), Duration.ZERO, Duration.ofDays(1)), START);
    }

    /** How many minutes trainings of one limit get out of a budget from which nothing leaks. */
    private static long minutesAfforded(int capacity, int limit) {
        BacktestResult result = run(
                new DeclaredByHand()
                        .due(daily(8, 0))
                        .policy(RULES.within(Duration.ofMinutes(limit))
                                .charged(Cost.LIMIT)
                                .busy(Busy.QUEUE)),
                budget(capacity));
        return result.trainings().stream()
                        .filter(run -> run.outcome() instanceof Outcome.Succeeded)
                        .count()
                * limit;
    }

    private static Agenda<String> agenda(List<Instant> instants) {
        Agenda<String> agenda = new Agenda<>();
        for (Instant at : instants) {
            var local = at.atZone(NEW_YORK);
            agenda.add(
                    "event",
                    List.of(Schedule.of(DateRule.on(local.toLocalDate()), TimeRule.at(local.toLocalTime()), NEW_YORK)),
                    T.minusSeconds(86_400));
        }
        return agenda;
    }

    private static List<Instant> fired(List<Instant> instants, Instant scan) {
        List<Instant> fired = new ArrayList<>();
        Agenda<String> agenda = agenda(instants);
        for (var due = agenda.poll(scan); due.isPresent(); due = agenda.poll(scan)) {
            fired.add(due.get().at());
        }
        return fired;
    }

    private static Agenda<String> drained(List<Instant> instants, Instant scan) {
        Agenda<String> agenda = agenda(instants);
        while (agenda.poll(scan).isPresent()) {
            assertThat(agenda.entries()).hasSizeLessThan(instants.size() + 1);
        }
        return agenda;
    }

    static Stream<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("training.tsv", "time-limits.tsv", "scheduled-event.tsv")) {
            try (InputStream in = Objects.requireNonNull(LeanTrainingTablesTest.class.getResourceAsStream(table));
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
                lines.lines()
                        .skip(1)
                        .filter(line -> MEANINGS.containsKey(line.split("\t", -1)[0]))
                        .forEach(rows::add);
            }
        }
        assertThat(rows).hasSize(MEANINGS.size());
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void does_what_the_row_means(String row) throws Throwable {
        Objects.requireNonNull(MEANINGS.get(row.split("\t", -1)[0])).execute();
    }
}
