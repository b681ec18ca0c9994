package io.trainyard.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Tape;
import io.trainyard.schedule.proof.PlannedTraining;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ObjectType;
import io.trainyard.store.Quota;
import io.trainyard.time.Alarms;
import io.trainyard.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a run costs, by a stopwatch in the test's hand: half an hour of budget, of which nothing comes back. */
final class TrainerTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final TrainingQuota HALF_AN_HOUR =
            new TrainingQuota(Duration.ofMinutes(30), Duration.ZERO, Duration.ofDays(1));

    private final ManualClock clock = new ManualClock(START, ZoneOffset.UTC);
    private final AtomicLong machineSeconds = new AtomicLong();
    private final RunHistory ledger = new RunHistory();
    private final TrainingBudget budget = new TrainingBudget(HALF_AN_HOUR, START);
    private final Trainer trainer = new Trainer(
            new TrainerParts(
                    "strategy",
                    clock,
                    Timing.inStep(clock),
                    () -> Duration.ofSeconds(machineSeconds.get()),
                    Alarms.silent(),
                    TrainerParts.STANDARD_PATIENCE,
                    Lane.inline(),
                    () -> {},
                    budget,
                    new ModelKeeper(
                            new MemoryStore(Quota.of(Plan.FREE)),
                            clock,
                            Tape.of(List.of(BarSeries.of("SPY", Resolution.DAILY)
                                            .build()))
                                    .history(clock)),
                    ledger,
                    new TrainingListener() {}),
            List.of());

    private TrainingJob taking(Duration time) {
        return taking(time, Duration.ofMinutes(10));
    }

    private TrainingJob taking(Duration time, Duration limit) {
        ModelSlot<String> slot = new ModelSlot<>(
                new ModelCell("model"), ObjectType.of(String.class), Format.TEXT, () -> null, value -> {});
        return TrainingJob.returning(new TrainingDefinition("fit", List.of(), List.of("model"), limit), slot, () -> {
            machineSeconds.addAndGet(time.toSeconds());
            return "model";
        });
    }

    @Test
    void a_run_gives_back_what_it_did_not_use() {
        trainer.train(taking(Duration.ofMinutes(1)), START);

        assertThat(budget.level(START)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void runs_are_afforded_until_a_reservation_does_not_fit() {
        for (int i = 0; i < 22; i++) {
            trainer.train(taking(Duration.ofMinutes(1)), START);
        }

        // the 21st finds 20 minutes in use and 10 left; the 22nd finds 9
        assertThat(ledger.runs().subList(0, 21))
                .allSatisfy(run -> assertThat(run.outcome()).isInstanceOf(Outcome.Succeeded.class));
        assertThat(ledger.runs().get(21).outcome()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_run_reserves_the_limit_of_its_training() {
        trainer.train(taking(Duration.ofMinutes(20), Duration.ofMinutes(20)), START);
        trainer.train(taking(Duration.ofMinutes(1), Duration.ofMinutes(11)), START);
        trainer.train(taking(Duration.ofMinutes(1), Duration.ofMinutes(10)), START);

        assertThat(ledger.runs().get(1).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("the bucket is full"));
        assertThat(ledger.runs().get(2).outcome()).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void a_run_that_takes_longer_than_it_may_is_refused_and_charged_its_limit() {
        trainer.train(taking(Duration.ofMinutes(25)), START);
        trainer.train(taking(Duration.ofMinutes(1)), START);

        assertThat(budget.level(START)).isEqualTo(Duration.ofMinutes(11));
        assertThat(ledger.runs().get(0).outcome())
                .isEqualTo(new Outcome.OverLimit(Duration.ofMinutes(25), PlannedTraining.STANDARD_LIMIT));
        assertThat(ledger.runs().get(1).outcome()).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void a_run_that_fails_is_charged_what_it_took() {
        TrainingJob failing =
                TrainingJob.writing(new TrainingDefinition("fit", List.of(), List.of()), List.of(), () -> {
                    machineSeconds.addAndGet(90);
                    throw new IllegalStateException("no convergence");
                });

        trainer.train(failing, START);

        assertThat(budget.level(START)).isEqualTo(Duration.ofSeconds(90));
        assertThat(ledger.runs().get(0).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.took()).isEqualTo(Duration.ofSeconds(90)));
    }
}
