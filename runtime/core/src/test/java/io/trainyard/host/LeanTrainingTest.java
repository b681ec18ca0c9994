package io.trainyard.host;

import static io.trainyard.host.OneWeek.START;
import static io.trainyard.host.OneWeek.allAndAlive;
import static io.trainyard.host.OneWeek.budget;
import static io.trainyard.host.OneWeek.daily;
import static io.trainyard.host.OneWeek.dues;
import static io.trainyard.host.OneWeek.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Resolution;
import io.trainyard.schedule.Schedule;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingRun;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * LEAN's table of trainings, read as intent: where LEAN ends the algorithm, that training is denied and the strategy goes on;
 * where LEAN loses a training, it is run.
 */
@Timeout(60)
final class LeanTrainingTest {

    private static final RunPolicy RULES = RunPolicy.standard();

    private static final Map<String, Executable> MEANINGS = Map.ofEntries(
            Map.entry(
                    "TN-01",
                    () -> assertThat(dues(run(new DeclaredByHand())))
                            .containsExactly("2013-10-07T00:00", "2013-10-13T08:00")),
            Map.entry("TN-02", LeanTrainingTest::trainsOnceAtTheStartWithTheBarsBeforeIt),
            Map.entry(
                    "TN-03",
                    () -> allAndAlive(
                            run(new DeclaredByHand()
                                    .policy(RULES.within(Duration.ofSeconds(3)).charged(Duration.ofSeconds(150)))),
                            Outcome.OverLimit.class::isInstance)),
            Map.entry("TN-04", LeanTrainingTest::trainsOnceAtTheStartWithTheBarsBeforeIt),
            Map.entry("TN-07", LeanTrainingTest::bothOfOneInstantRunInTheOrderOfTheirDeclaration),
            Map.entry(
                    "TN-08",
                    () -> assertThat(
                                    run(new DeclaredByHand()).trainings().get(1).settledAt())
                            .isEqualTo(DeclaredByHand.at(LocalDate.parse("2013-10-13"), LocalTime.of(8, 0)))),
            // after the last bar: run, not lost
            Map.entry(
                    "TN-09",
                    () -> assertThat(dues(run(new DeclaredByHand().due(daily(23, 59)))))
                            .hasSize(8)
                            .endsWith("2013-10-14T23:59")),
            Map.entry(
                    "TN-10",
                    () -> allAndAlive(
                            run(new DeclaredByHand().trains(host -> () -> {
                                throw new IllegalStateException("no convergence");
                            })),
                            Outcome.Failed.class::isInstance)),
            Map.entry("TN-11", LeanTrainingTest::handlersGoOnWhileATrainingRuns),
            Map.entry("TN-12", LeanTrainingTest::anotherTrainingDoesNotWaitForOneThatRuns),
            Map.entry("TN-14", LeanTrainingTest::aTrainingThatThrowsIsCalledOnceAndTheStrategyLives),
            Map.entry("TN-16", LeanTrainingTest::onlyTrainingsSpendTheBudget));

    private static final Map<String, String> ELSEWHERE = Map.of(
            "TN-05", "trainings are declared, a handler does not ask for one",
            "TN-06", "as TN-05",
            "TN-13", "there is no warm-up, live neither: bars of the past are history at deployment, as in TN-04",
            "TN-15", "there is no handle: a training is paused by RunPolicy.pausedAfter and goes on by LiveRun.resume");

    static Stream<Arguments> rows() {
        return LeanTable.rows("training.tsv", MEANINGS, ELSEWHERE);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void does_what_the_row_means(Executable meaning) throws Throwable {
        meaning.execute();
    }

    private static void trainsOnceAtTheStartWithTheBarsBeforeIt() {
        AtomicInteger known = new AtomicInteger();
        AtomicReference<Instant> shown = new AtomicReference<>(Instant.MIN);
        BacktestResult result =
                run(new DeclaredByHand().due(Schedule.atDeployment()).trains(host -> () -> {
                    known.set(host.history().closes(20).length);
                    shown.set(host.clock().now());
                    return "model";
                }));
        assertThat(result.trainings()).extracting(TrainingRun::due).containsExactly(START);
        assertThat(shown).hasValue(START);
        assertThat(known).hasValue(20);
    }

    private static void bothOfOneInstantRunInTheOrderOfTheirDeclaration() {
        SeveralByHand strategy = new SeveralByHand(Resolution.DAILY, DeclaredByHand.NEW_YORK)
                .training("second", RULES, (host, before) -> "model", Schedule.atDeployment())
                .training("first", RULES, (host, before) -> "model", Schedule.atDeployment());
        new Backtest(strategy)
                .bars(DeclaredByHand.weekdays("2013-10-07", "2013-10-14"))
                .run();
        assertThat(strategy.ran)
                .containsExactly(new SeveralByHand.Ran("second", START), new SeveralByHand.Ran("first", START));
    }

    private static void handlersGoOnWhileATrainingRuns() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch handled = new CountDownLatch(3);
        PushedFeed feed = new PushedFeed();
        DeclaredByHand strategy = new DeclaredByHand()
                .due(Schedule.atDeployment())
                .always()
                .handles(slice -> handled.countDown())
                .trains(host -> () -> {
                    running.countDown();
                    release.await();
                    return "model";
                });
        try (LiveRun live = OneWeek.live(strategy, feed).start()) {
            assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
            for (int i = 1; i <= 3; i++) {
                feed.push(START.plusSeconds(i), i);
            }
            assertThat(handled.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(live.awaitReady(Duration.ZERO)).isFalse();
            release.countDown();
            assertThat(live.awaitReady(Duration.ofSeconds(20))).isTrue();
        }
    }

    private static void anotherTrainingDoesNotWaitForOneThatRuns() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        SeveralByHand strategy = new SeveralByHand(Resolution.DAILY, DeclaredByHand.NEW_YORK)
                .training(
                        "long",
                        RULES,
                        (host, before) -> {
                            release.await();
                            return "late";
                        },
                        Schedule.atDeployment())
                .training(
                        "short",
                        RULES,
                        (host, before) -> {
                            other.countDown();
                            return "soon";
                        },
                        Schedule.atDeployment());
        try (LiveRun live = new Live(strategy)
                .feed(new PushedFeed())
                .store(new io.trainyard.store.MemoryStore(io.trainyard.store.Quota.of(io.trainyard.Plan.FREE)))
                .trainingThreads(2)
                .start()) {
            assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(strategy.models).doesNotContainKey("long");
            release.countDown();
            assertThat(live.awaitReady(Duration.ofSeconds(20))).isTrue();
        }
    }

    private static void aTrainingThatThrowsIsCalledOnceAndTheStrategyLives() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch failed = new CountDownLatch(1);
        CountDownLatch handled = new CountDownLatch(1);
        PushedFeed feed = new PushedFeed();
        DeclaredByHand strategy = new DeclaredByHand()
                .due(Schedule.atDeployment())
                .always()
                .handles(slice -> handled.countDown())
                .trains(host -> () -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("no convergence");
                });
        try (LiveRun live = OneWeek.live(strategy, feed)
                .listener(new HostListener() {
                    @Override
                    public void trained(TrainingRun run) {
                        failed.countDown();
                    }
                })
                .start()) {
            assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
            feed.push(START, 1);
            assertThat(handled.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(live.trainings())
                    .extracting(TrainingRun::outcome)
                    .singleElement()
                    .isInstanceOf(Outcome.Failed.class);
            assertThat(live.status().phase()).isEqualTo(HostStatus.Phase.RUNNING);
        }
        assertThat(calls).hasValue(1);
    }

    private static void onlyTrainingsSpendTheBudget() {
        AtomicInteger minutes = new AtomicInteger();
        TrainingBudget budget = budget(30);
        DeclaredByHand strategy = new DeclaredByHand().due().always().handles(slice -> minutes.addAndGet(5));
        List<TrainingRun> trainings = OneWeek.of(strategy)
                .budget(budget)
                .stopwatch(() -> Duration.ofMinutes(minutes.get()))
                .run()
                .trainings();
        assertThat(trainings).isEmpty();
        assertThat(minutes).hasValue(5 * OneWeek.SLICES);
        assertThat(budget.level(START)).isZero();
    }
}
