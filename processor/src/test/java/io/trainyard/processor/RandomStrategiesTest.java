package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.trainyard.Hours;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.market.BarSeries;
import io.trainyard.market.History;
import io.trainyard.market.Tape;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.schedule.Agenda;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.calendar.TradingCalendar;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.Quota;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.time.Alarms;
import io.trainyard.time.ManualClock;
import io.trainyard.time.MarketClock;
import io.trainyard.training.Lane;
import io.trainyard.training.ModelKeeper;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunHistory;
import io.trainyard.training.Timing;
import io.trainyard.training.Trainer;
import io.trainyard.training.TrainerParts;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingJob;
import io.trainyard.training.TrainingListener;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.TrainingRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the compiler says of random strategies is what becomes of them: their wirings are loaded and their trainings run,
 * each taking its limit.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomStrategiesTest {

    private static final int STRATEGIES = 40;
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final TradingCalendar NYSE = TradingCalendar.usEquity();
    private static final List<String> ZONES =
            List.of("America/New_York", "Europe/Berlin", "Asia/Tokyo", "Australia/Lord_Howe", "UTC");

    /** The codes that the compiler gave each strategy. */
    private final Map<String, Set<String>> said = new HashMap<>();

    private final Map<String, StrategyWiring> wirings = new HashMap<>();
    private final Random random = new Random(20_260_101);
    private Compilation compilation;

    @BeforeAll
    void compile() {
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < STRATEGIES; i++) {
            sources.add(Javac.source("Random" + i, source("Random" + i)));
        }
        compilation = com.google.testing.compile.Compiler.javac()
                .withProcessors(new StrategyProcessor())
                .withOptions(Javac.DAY, "-Atrainyard.horizon=1", "-Atrainyard.TY506=warn", "-Atrainyard.TY507=warn")
                .compile(sources);
        assertThat(compilation.errors()).isEmpty();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            String file = diagnostic.getSource().getName();
            said.computeIfAbsent(
                            file.substring(file.lastIndexOf('/') + 1).replace(".java", ""), name -> new TreeSet<>())
                    .add(diagnostic.getMessage(Locale.ROOT).substring(1, 6));
        }
        Loaded loaded = new Loaded(compilation);
        for (int i = 0; i < STRATEGIES; i++) {
            wirings.put("Random" + i, loaded.wiring("Random" + i));
        }
    }

    private String source(String name) {
        StringBuilder source =
                new StringBuilder("package demo;\nimport io.trainyard.*;\nimport java.time.DayOfWeek;\n");
        source.append("@Strategy(zone = \"%s\", tier = Tier.%s)\n".formatted(oneOf(ZONES), oneOf(Tier.values())));
        if (random.nextBoolean()) {
            source.append("@Subscribe(symbol = \"SPY\", resolution = Resolution.DAILY)\n");
        }
        source.append("final class ").append(name).append(" {\n");
        int trainings = 1 + random.nextInt(3);
        for (int i = 0; i < trainings; i++) {
            training(source, name, i);
        }
        return source.append("}\n").toString();
    }

    private void training(StringBuilder source, String name, int i) {
        String key = name.toLowerCase(Locale.ROOT) + "/" + i;
        String limit = random.nextInt(4) == 0
                ? "PT10M"
                : Duration.ofSeconds(60 + random.nextInt(2_400)).toString();
        source.append("  @Stored(\"%s\") String field%d;\n".formatted(key, i));
        int annotations = 1 + random.nextInt(3);
        for (int j = 0; j < annotations; j++) {
            List<String> arguments = new ArrayList<>();
            if (j > 0 || random.nextBoolean()) {
                arguments.add("day = {" + days() + "}");
                arguments.add("at = \"%02d:%02d\"".formatted(random.nextInt(24), 15 * random.nextInt(4)));
            }
            if (j == 0) {
                arguments.add("limit = \"" + limit + "\"");
                arguments.add("stores = \"" + key + "\"");
            }
            source.append("  @Train(").append(String.join(", ", arguments)).append(")\n");
        }
        source.append("  String train%d() { return io.trainyard.processor.MachineTime.spend(\"%s\"); }\n"
                .formatted(i, limit));
    }

    private String days() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            days.add(oneOf(DayOfWeek.values()));
        }
        return String.join(", ", days.stream().map(day -> "DayOfWeek." + day).toList());
    }

    @SafeVarargs
    private <T> T oneOf(T... choice) {
        return choice[random.nextInt(choice.length)];
    }

    private String oneOf(List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    @Test
    void all_kinds_of_findings_are_among_them() {
        Set<String> all = new HashSet<>();
        said.values().forEach(all::addAll);
        assertThat(all).contains("TY502", "TY505", "TY506", "TY507");
        assertThat(said).hasSizeLessThan(STRATEGIES);
    }

    @Test
    void a_budget_that_is_proved_is_never_exceeded_and_one_that_is_not_is() {
        wirings.forEach((name, wiring) -> {
            boolean proved = !says(name, "TY506") && !says(name, "TY507");
            boolean refused = deployments(wiring.definition())
                    .flatMap(deployedAt -> run(
                            wiring,
                            deployedAt,
                            deployedAt.equals(first(wiring.definition()))
                                    ? end(wiring.definition())
                                    : deployedAt.plus(Duration.ofDays(40)))
                            .stream())
                    .anyMatch(run -> run.outcome() instanceof Outcome.Refused);
            assertThat(refused).as(name).isEqualTo(!proved);
        });
    }

    @Test
    void a_proved_budget_is_not_exceeded_by_any_other_deployment_either() {
        Random hours = new Random(7);
        wirings.forEach((name, wiring) -> {
            if (says(name, "TY506") || says(name, "TY507")) {
                return;
            }
            for (int i = 0; i < 10; i++) {
                Instant deployedAt = first(wiring.definition()).plusSeconds(hours.nextInt(20 * 86_400));
                assertThat(run(wiring, deployedAt, deployedAt.plus(Duration.ofDays(40))))
                        .as("%s deployed at %s", name, deployedAt)
                        .noneMatch(run -> run.outcome() instanceof Outcome.Refused);
            }
        });
    }

    @Test
    void the_timetable_is_what_is_run_in_the_first_year() throws IOException {
        for (Map.Entry<String, StrategyWiring> entry : wirings.entrySet()) {
            StrategyDefinition definition = entry.getValue().definition();
            JavaFileObject file = compilation
                    .generatedFile(StandardLocation.SOURCE_OUTPUT, "demo/" + entry.getKey() + ".timetable.txt")
                    .orElseThrow();
            String text = new String(file.openInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text.lines()
                            .skip(2)
                            .map(line -> line.split(" {2}", 4))
                            .map(parts -> parts[1] + parts[2].strip()))
                    .isEqualTo(run(entry.getValue(), first(definition), end(definition)).stream()
                            .map(run -> run.due() + run.training())
                            .toList());
        }
    }

    @Test
    void what_is_due_in_a_session_was_warned_of() {
        wirings.forEach((name, wiring) -> {
            StrategyDefinition definition = wiring.definition();
            boolean hit = !definition.subscriptions().isEmpty()
                    && definition.trainings().stream()
                            .flatMap(training -> training.schedules().stream())
                            .flatMap(schedule -> schedule.between(first(definition), end(definition)).stream())
                            .anyMatch(at -> NYSE.isOpen(at, Hours.REGULAR));
            // a schedule that only repeats another is told that alone
            if (!says(name, "TY508") && !says(name, "TY509")) {
                assertThat(says(name, "TY502")).as(name).isEqualTo(hit);
            }
        });
    }

    private boolean says(String name, String code) {
        return said.getOrDefault(name, Set.of()).contains(code);
    }

    private static Instant first(StrategyDefinition definition) {
        return FROM.atStartOfDay(definition.zone()).toInstant();
    }

    private static Instant end(StrategyDefinition definition) {
        return FROM.plusYears(1).atStartOfDay(definition.zone()).toInstant().minusNanos(1);
    }

    /** The first day, and, where something runs at deployment, right before each run of a month. */
    private static Stream<Instant> deployments(StrategyDefinition definition) {
        List<Schedule> schedules = definition.trainings().stream()
                .flatMap(training -> training.schedules().stream())
                .toList();
        Instant first = first(definition);
        return schedules.stream().noneMatch(Schedule::dueAtDeployment)
                ? Stream.of(first)
                : Stream.concat(
                        Stream.of(first),
                        schedules.stream()
                                .flatMap(schedule -> schedule.between(first, first.plus(Duration.ofDays(31))).stream())
                                .map(at -> at.minusNanos(1)));
    }

    private static List<TrainingRun> run(StrategyWiring wiring, Instant deployedAt, Instant until) {
        StrategyDefinition definition = wiring.definition();
        ManualClock clock = new ManualClock(deployedAt, definition.zone());
        RunHistory history = new RunHistory();
        Trainer trainer = new Trainer(
                new TrainerParts(
                        definition.name(),
                        clock,
                        Timing.inStep(clock),
                        MachineTime::elapsed,
                        Alarms.silent(),
                        TrainerParts.STANDARD_PATIENCE,
                        Lane.inline(),
                        () -> {},
                        new TrainingBudget(TrainingQuota.of(definition.tier()), deployedAt),
                        new ModelKeeper(
                                new MemoryStore(Quota.of(Plan.FREE)),
                                clock,
                                Tape.of(List.of(BarSeries.of("SPY", Resolution.DAILY)
                                                .build()))
                                        .history(clock)),
                        history,
                        new TrainingListener() {}),
                List.of());
        Agenda<TrainingJob> agenda = new Agenda<>();
        wiring.wire(new NoParts())
                .jobs()
                .forEach(job -> agenda.add(job, job.definition().schedules(), deployedAt));
        for (Optional<Agenda.Due<TrainingJob>> due = agenda.poll(until); due.isPresent(); due = agenda.poll(until)) {
            clock.moveTo(due.get().at());
            trainer.train(due.get().what(), due.get().at());
        }
        return history.runs();
    }

    /** These strategies ask for nothing. */
    private record NoParts() implements HostParts {
        @Override
        public MarketClock clock() {
            throw new UnsupportedOperationException();
        }

        @Override
        public History history() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Portfolio portfolio() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ObjectStore store() {
            throw new UnsupportedOperationException();
        }
    }
}
