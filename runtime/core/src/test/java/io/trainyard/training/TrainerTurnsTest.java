package io.trainyard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Busy;
import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Tape;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ObjectType;
import io.trainyard.store.Quota;
import io.trainyard.time.Alarms;
import io.trainyard.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Whose turn it is: several trainings beside the market, on a lane that runs them when the test says so. */
final class TrainerTurnsTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final TrainingQuota PLENTY =
            new TrainingQuota(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1));

    private final ManualClock clock = new ManualClock(START, ZoneOffset.UTC);
    private final Deque<Runnable> lane = new ArrayDeque<>();
    private final RunHistory history = new RunHistory();
    private final List<String> published = new ArrayList<>();
    private final List<String> called = new ArrayList<>();
    private final ModelCell shared = new ModelCell("shared");
    private final ModelCell own = new ModelCell("own");
    private final Trainer trainer = new Trainer(
            new TrainerParts(
                    "strategy",
                    clock,
                    Timing.beside(clock),
                    () -> Duration.ZERO,
                    Alarms.silent(),
                    TrainerParts.STANDARD_PATIENCE,
                    lane::add,
                    () -> {},
                    new TrainingBudget(PLENTY, START),
                    new ModelKeeper(
                            new MemoryStore(Quota.of(Plan.PRIME)),
                            clock,
                            Tape.of(List.of(BarSeries.of("SPY", Resolution.DAILY)
                                            .build()))
                                    .history(clock)),
                    history,
                    new TrainingListener() {}),
            List.of());

    private TrainingJob job(String name, ModelCell cell, RunPolicy policy, Callable<String> method) {
        ModelSlot<String> slot = new ModelSlot<>(
                cell, ObjectType.of(String.class), Format.TEXT, () -> null, value -> published.add(value));
        return TrainingJob.returning(new TrainingDefinition(name, List.of(), List.of(cell.key()), policy), slot, () -> {
            called.add(name);
            return method.call();
        });
    }

    private TrainingJob job(String name, ModelCell cell) {
        return job(name, cell, RunPolicy.standard(), () -> name);
    }

    private void runNext() {
        lane.remove().run();
        trainer.drain();
    }

    @Test
    void trainings_that_fill_the_same_model_wait_for_one_another_and_others_do_not() {
        trainer.train(job("daily", shared), START);
        trainer.train(job("weekly", shared), START);
        trainer.train(job("other", own), START);

        assertThat(lane).hasSize(2);
        assertThat(trainer.status()).extracting(TrainingStatus::waiting).containsExactly(0, 1, 0);
        assertThat(trainer.running())
                .extracting(one -> one.run().training())
                .containsExactlyInAnyOrder("daily", "other");
        runNext();
        runNext();
        assertThat(called).containsExactly("daily", "other");
        runNext();

        assertThat(called).containsExactly("daily", "other", "weekly");
        assertThat(published).containsExactly("daily", "other", "weekly");
        assertThat(shared.version().orElseThrow().number()).isEqualTo(2);
        assertThat(trainer.running()).isEmpty();
    }

    @Test
    void who_waits_for_the_same_model_runs_also_when_the_one_before_fails() {
        trainer.train(
                job("fails", shared, RunPolicy.standard(), () -> {
                    throw new IllegalStateException("no convergence");
                }),
                START);
        trainer.train(job("waits", shared), START);

        runNext();
        runNext();

        assertThat(history.runs())
                .extracting(run -> run.outcome().kind())
                .containsExactly(Outcome.Kind.FAILED, Outcome.Kind.SUCCEEDED);
    }

    @Test
    void a_training_meets_itself_as_its_policy_says_also_while_it_waits_for_another_one() {
        TrainingJob skips = job("skips", shared);
        TrainingJob queues = job("queues", shared, RunPolicy.standard().busy(Busy.QUEUE), () -> "queued");
        trainer.train(job("first", shared), START);
        trainer.train(skips, START);
        trainer.train(skips, START.plusSeconds(1));
        trainer.train(queues, START);
        trainer.train(queues, START.plusSeconds(1));

        for (int i = 0; i < 4; i++) {
            assertThat(lane).hasSize(1);
            runNext();
        }

        assertThat(lane).isEmpty();
        assertThat(called).containsExactly("first", "skips", "queues", "queues");
        assertThat(history.runs().get(0).outcome().problem().orElseThrow()).contains("still waits");
    }

    @Test
    void a_training_that_is_paused_runs_again_after_somebody_has_resumed_it() {
        List<String> problems = new ArrayList<>(List.of("one", "two"));
        TrainingJob job = job("fit", shared, RunPolicy.standard().pausedAfter(2), () -> {
            if (!problems.isEmpty()) {
                throw new IllegalStateException(problems.remove(0));
            }
            return "model";
        });
        trainer.train(job, START);
        runNext();
        trainer.train(job, START.plusSeconds(1));
        runNext();
        assertThat(trainer.status().get(0).paused()).isTrue();
        assertThat(trainer.status().get(0).failures()).isEqualTo(2);
        trainer.train(job, START.plusSeconds(2));
        assertThat(lane).isEmpty();
        assertThat(history.last(1).get(0).outcome().problem().orElseThrow()).contains("paused after 2 failures");

        trainer.resume("fit");

        assertThat(trainer.status().get(0).paused()).isFalse();
        assertThat(trainer.status().get(0).failures()).isZero();
        assertThat(lane).isEmpty();
        trainer.train(job, START.plusSeconds(3));
        runNext();
        assertThat(history.last(1).get(0).outcome()).isInstanceOf(Outcome.Succeeded.class);
        assertThatThrownBy(() -> trainer.resume("fitt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[fit]");
    }

    @Test
    void a_history_of_runs_that_is_bounded_remembers_the_last_ones() {
        RunHistory last = new RunHistory(3);
        for (int i = 1; i <= 5; i++) {
            last.add(new TrainingRun(i, "fit", START, 1, null, START, new Outcome.Skipped("")));
        }

        assertThat(last.runs()).extracting(TrainingRun::number).containsExactly(3, 4, 5);
        assertThat(last.last(2)).extracting(TrainingRun::number).containsExactly(4, 5);
        assertThat(last.last(9)).hasSize(3);
    }
}
