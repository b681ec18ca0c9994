package io.trainyard.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Plan;
import io.trainyard.schedule.Schedule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.time.MarketClock;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingBudget.Change.Kind;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.TrainingRun;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One budget, many live strategies, real threads. */
@Timeout(60)
final class SharedBudgetTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int AFFORDED = 7;
    private static final int STRATEGIES = 20;

    private final Instant now = MarketClock.system(ZoneOffset.UTC).now();
    private final CountDownLatch release = new CountDownLatch(1);
    private final BlockingQueue<TrainingRun> settled = new ArrayBlockingQueue<>(100);

    private Live live(DeclaredByHand strategy, LiveThreads threads, TrainingBudget budget) {
        return new Live(strategy)
                .feed(new PushedFeed())
                .store(new MemoryStore(Quota.of(Plan.FREE)))
                .threads(threads)
                .budget("shared", budget)
                .listener(new HostListener() {
                    @Override
                    public void trained(TrainingRun run) {
                        settled.add(run);
                    }
                });
    }

    private List<TrainingRun> settled(int count) throws InterruptedException {
        List<TrainingRun> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(Objects.requireNonNull(settled.poll(SOON.toSeconds(), TimeUnit.SECONDS)));
        }
        return runs;
    }

    @Test
    void as_many_run_as_the_budget_affords_and_the_rest_is_refused_whoever_comes_first() throws InterruptedException {
        TrainingBudget budget = new TrainingBudget(
                new TrainingQuota(Duration.ofMinutes(10 * AFFORDED), Duration.ZERO, Duration.ofDays(1)), now);
        List<LiveRun> runs = new ArrayList<>();
        try (LiveThreads threads = LiveThreads.of(4, AFFORDED)) {
            for (int i = 0; i < STRATEGIES; i++) {
                DeclaredByHand strategy = new DeclaredByHand()
                        .due(Schedule.atDeployment())
                        .trains(host -> () -> {
                            release.await();
                            return "model";
                        });
                runs.add(live(strategy, threads, budget).start());
            }

            assertThat(settled(STRATEGIES - AFFORDED))
                    .allSatisfy(run -> assertThat(run.outcome()).isInstanceOf(Outcome.Refused.class));
            assertThat(budget.level(now)).isEqualTo(Duration.ofMinutes(10 * AFFORDED));
            assertThat(runs.get(0).status().budget().level()).isEqualTo(Duration.ofMinutes(10 * AFFORDED));
            release.countDown();
            List<TrainingRun> trained = settled(AFFORDED);

            Duration used = trained.stream()
                    .map(run -> ((Outcome.Succeeded) run.outcome()).took())
                    .reduce(Duration.ZERO, Duration::plus);
            assertThat(budget.level(now)).isEqualTo(used);
            assertThat(budget.history())
                    .filteredOn(change -> change.kind() == Kind.RESERVED)
                    .hasSize(AFFORDED);
            assertThat(budget.history())
                    .filteredOn(change -> change.kind() == Kind.REFUSED)
                    .hasSize(STRATEGIES - AFFORDED);
            assertThat(budget.history())
                    .allSatisfy(change -> assertThat(change.level())
                            .isLessThanOrEqualTo(budget.quota().capacity()));
            runs.forEach(LiveRun::close);
        }
    }

    @Test
    void a_live_training_that_is_paused_is_resumed_by_its_name() throws InterruptedException {
        TrainingBudget budget = new TrainingBudget(TrainingQuota.of(io.trainyard.Tier.MB_512), now);
        DeclaredByHand strategy = new DeclaredByHand()
                .due(Schedule.atDeployment())
                .policy(RunPolicy.standard().pausedAfter(1))
                .trains(host -> () -> {
                    throw new IllegalStateException("no convergence");
                });
        try (LiveThreads threads = LiveThreads.of(1, 1);
                LiveRun run = live(strategy, threads, budget).start()) {
            settled(1);
            assertThat(Stream.generate(run::status)
                            .filter(status -> status.trainings().get(0).paused())
                            .findFirst())
                    .isPresent();

            run.resume("fit");

            assertThat(Stream.generate(run::status)
                            .filter(status -> !status.trainings().get(0).paused())
                            .findFirst())
                    .isPresent();
            assertThatThrownBy(() -> run.resume("other")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
