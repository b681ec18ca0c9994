package io.trainyard.host;

import static io.trainyard.host.OneWeek.START;
import static io.trainyard.host.OneWeek.allAndAlive;
import static io.trainyard.host.OneWeek.budget;
import static io.trainyard.host.OneWeek.daily;
import static io.trainyard.host.OneWeek.outcomes;
import static io.trainyard.host.OneWeek.run;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Busy;
import io.trainyard.Cost;
import io.trainyard.schedule.Schedule;
import io.trainyard.time.Alarms;
import io.trainyard.time.Stopwatch;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * LEAN's table of time limits, read as intent: where LEAN ends the algorithm, that training is denied or stopped, and the
 * strategy goes on; where LEAN draws whole minutes, what was used is charged.
 */
@Timeout(60)
final class LeanTimeLimitsTest {

    private static final RunPolicy RULES = RunPolicy.standard();

    private static final Map<String, Executable> MEANINGS = Map.ofEntries(
            Map.entry("TL-01", () -> assertThat(charged(ofSeconds(60))).isEqualTo(ofSeconds(60))),
            Map.entry(
                    "TL-02",
                    () -> assertThat(charged(ofSeconds(60).multipliedBy(99).dividedBy(100)))
                            .isEqualTo(Duration.ofMillis(59_400))),
            Map.entry("TL-03", () -> assertThat(charged(ofSeconds(180))).isEqualTo(ofSeconds(180))),
            Map.entry("TL-04", LeanTimeLimitsTest::aMillionChecksBesideAMillionCallsFindNothing),
            Map.entry("TL-05", () -> overLimitAndAlive(ofSeconds(3), ofSeconds(150))),
            Map.entry("TL-06", () -> overLimitAndAlive(ofSeconds(90), ofSeconds(150))),
            Map.entry("TL-07", LeanTimeLimitsTest::codeThatReturnsAtOnceSucceedsOnEitherThread),
            Map.entry("TL-08", LeanTimeLimitsTest::aCancelledTrainingDoesNotFinish),
            Map.entry("TL-09", LeanTimeLimitsTest::codeThatTakesTooLongIsStoppedOnEitherThread),
            Map.entry(
                    "TL-10",
                    () -> assertThat(((Outcome.OverLimit)
                                            outcomes(taking(ofMinutes(10).plusNanos(1), ofMinutes(10)))
                                                    .get(0))
                                    .reason())
                            .startsWith("it ran longer than its limit of 10m")),
            Map.entry("TL-12", LeanTimeLimitsTest::aCancelledTrainingDoesNotFinish),
            Map.entry("TL-15", LeanTimeLimitsTest::otherFailuresAreNoLimits),
            Map.entry("TL-16", () -> assertThat(charged(ofSeconds(150))).isEqualTo(ofSeconds(150))),
            // what the bucket holds, not a minute more
            Map.entry("TL-17", () -> longestIsExactly(ofMinutes(120), 120)),
            Map.entry("TL-18", () -> {
                longestIsExactly(ofMinutes(30), 30);
                assertThat(minutesAfforded(30, 10)).isEqualTo(30);
            }),
            Map.entry(
                    "TL-19",
                    () -> allAndAlive(run(limited(ofMinutes(10)), budget(5)), Outcome.Refused.class::isInstance)),
            // a capacity of nothing is refused when it is built; the smallest affords no more than it holds
            Map.entry("TL-20", () -> assertThat(minutesAfforded(1, 5)).isZero()),
            Map.entry("TL-21", () -> {
                allAndAlive(taking(ofMinutes(10), ofMinutes(10)), Outcome.Succeeded.class::isInstance);
                allAndAlive(taking(ofMinutes(10).plusNanos(1), ofMinutes(10)), Outcome.OverLimit.class::isInstance);
            }),
            Map.entry("TL-22", LeanTimeLimitsTest::everyRunHasItsLimitAnewAndWhatIsSpentIsSpent),
            Map.entry(
                    "TL-26",
                    () -> allAndAlive(
                            run(
                                    limited(ofMinutes(1))
                                            .due(daily(23, 59))
                                            .policy(RULES.within(ofMinutes(1)).charged(ofMinutes(2))),
                                    budget(30)),
                            Outcome.OverLimit.class::isInstance)),
            Map.entry("TL-32", LeanTimeLimitsTest::whatIsOverItsLimitIsInterruptedAndTheStrategyLives),
            Map.entry("TL-33", LeanTimeLimitsTest::aRunThatThrowsIsChargedOnce));

    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("TL-11", "no minutes are granted beyond a limit, so no text tells of them"),
            Map.entry("TL-13", "nothing ends a whole backtest for its time"),
            Map.entry("TL-14", "as TL-13"),
            Map.entry("TL-23", "nothing polls: an alarm rings at the limit (LiveTest)"),
            Map.entry("TL-24", "as TL-23"),
            Map.entry("TL-25", "as TL-23"),
            Map.entry("TL-27", "a deployment that hangs holds up who deploys: it has no limit"),
            Map.entry("TL-28", "as TL-27"),
            Map.entry("TL-29", "as TL-13"),
            Map.entry("TL-30", "nothing ends a live strategy for its age"),
            Map.entry("TL-31", "memory is the JVM's to limit: a training that is out of it fails (BacktestTest)"));

    static Stream<Arguments> rows() {
        return LeanTable.rows("time-limits.tsv", MEANINGS, ELSEWHERE);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void does_what_the_row_means(Executable meaning) throws Throwable {
        meaning.execute();
    }

    private static DeclaredByHand limited(Duration limit) {
        return new DeclaredByHand().due(Schedule.atDeployment()).policy(RULES.within(limit));
    }

    /** A training at deployment that takes so long by a stopwatch in the test's hand. */
    private static BacktestResult taking(Duration time, Duration limit, TrainingBudget budget) {
        AtomicLong machine = new AtomicLong();
        DeclaredByHand strategy = limited(limit).trains(host -> () -> {
            machine.addAndGet(time.toNanos());
            return "model";
        });
        return OneWeek.of(strategy)
                .budget(budget)
                .stopwatch(() -> Duration.ofNanos(machine.get()))
                .run();
    }

    private static BacktestResult taking(Duration time, Duration limit) {
        return taking(time, limit, budget(200));
    }

    private static Duration charged(Duration time) {
        TrainingBudget budget = budget(30);
        taking(time, ofMinutes(10), budget);
        return budget.level(START);
    }

    private static void overLimitAndAlive(Duration limit, Duration time) {
        allAndAlive(taking(time, limit), Outcome.OverLimit.class::isInstance);
    }

    private static void longestIsExactly(Duration longest, int capacity) {
        allAndAlive(taking(longest, longest, budget(capacity)), Outcome.Succeeded.class::isInstance);
        allAndAlive(taking(longest.plusNanos(1), longest, budget(capacity)), Outcome.OverLimit.class::isInstance);
        allAndAlive(taking(longest, longest.plusNanos(1), budget(capacity)), Outcome.Refused.class::isInstance);
    }

    /** How many minutes trainings of one limit get out of a budget from which nothing leaks. */
    private static long minutesAfforded(int capacity, int limit) {
        BacktestResult result = run(
                new DeclaredByHand()
                        .due(daily(8, 0))
                        .policy(RULES.within(ofMinutes(limit))
                                .charged(Cost.LIMIT)
                                .busy(Busy.QUEUE)),
                budget(capacity));
        assertThat(result.slices()).isEqualTo(OneWeek.SLICES);
        return OneWeek.count(result, Outcome.Succeeded.class) * limit;
    }

    /** LEAN's limit is that of a step; a handler's is the one that has steps here. */
    private static void aMillionChecksBesideAMillionCallsFindNothing() throws InterruptedException {
        AlarmInHand alarm = new AlarmInHand();
        AtomicInteger found = new AtomicInteger();
        HandlerWatch watch = new HandlerWatch(
                new HandlerLimit(ofMinutes(1), true),
                Stopwatch.system(),
                alarm,
                Runnable::run,
                hanging -> found.incrementAndGet(),
                (handler, took) -> {});
        AtomicBoolean over = new AtomicBoolean();
        Thread checking = new Thread(() -> {
            for (int i = 0; i < 1_000_000 || !over.get(); i++) {
                alarm.check.run();
            }
        });
        checking.start();
        for (int i = 0; i < 1_000_000; i++) {
            watch.begin("trade");
            watch.end();
        }
        over.set(true);
        checking.join();
        assertThat(found).hasValue(0);
    }

    private static void codeThatReturnsAtOnceSucceedsOnEitherThread() throws InterruptedException {
        allAndAlive(run(limited(ofSeconds(20))), Outcome.Succeeded.class::isInstance);
        try (LiveRun live =
                OneWeek.live(limited(ofSeconds(20)), new PushedFeed()).start()) {
            assertThat(live.awaitReady(ofSeconds(20))).isTrue();
        }
    }

    private static void codeThatTakesTooLongIsStoppedOnEitherThread() throws InterruptedException {
        DeclaredByHand strategy = limited(Duration.ofMillis(20)).trains(host -> () -> {
            new CountDownLatch(1).await();
            return "never";
        });
        allAndAlive(run(strategy), Outcome.OverLimit.class::isInstance);
        CountDownLatch ended = new CountDownLatch(1);
        try (LiveRun live = OneWeek.live(strategy, new PushedFeed())
                .listener(counting(ended))
                .start()) {
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(outcome(live)).isInstanceOf(Outcome.OverLimit.class);
            assertThat(live.status().phase()).isEqualTo(HostStatus.Phase.RUNNING);
        }
    }

    private static HostListener counting(CountDownLatch ended) {
        return new HostListener() {
            @Override
            public void trained(TrainingRun run) {
                ended.countDown();
            }
        };
    }

    private static Outcome outcome(LiveRun live) {
        List<TrainingRun> runs = live.trainings();
        assertThat(runs).hasSize(1);
        return runs.get(0).outcome();
    }

    private static void aCancelledTrainingDoesNotFinish() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        DeclaredByHand strategy = limited(ofMinutes(5)).trains(host -> () -> {
            started.countDown();
            new CountDownLatch(1).await();
            finished.set(true);
            return "never";
        });
        LiveRun live = OneWeek.live(strategy, new PushedFeed()).start();
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        live.close();
        assertThat(outcome(live)).isInstanceOf(Outcome.Cancelled.class);
        assertThat(finished).isFalse();
    }

    private static void otherFailuresAreNoLimits() {
        allAndAlive(
                run(limited(ofMinutes(1)).trains(host -> () -> {
                    throw new ArithmeticException("/ by zero");
                })),
                Outcome.Failed.class::isInstance);
        allAndAlive(run(limited(ofMinutes(1))), Outcome.Succeeded.class::isInstance);
    }

    private static void everyRunHasItsLimitAnewAndWhatIsSpentIsSpent() {
        TrainingBudget budget = budget(200);
        DeclaredByHand strategy = new DeclaredByHand()
                .due(daily(8, 0))
                .policy(RULES.within(ofMinutes(10)).charged(ofMinutes(9)));
        allAndAlive(run(strategy, budget), Outcome.Succeeded.class::isInstance);
        assertThat(budget.level(START.plus(Duration.ofDays(8)))).isEqualTo(ofMinutes(72));
    }

    private static void whatIsOverItsLimitIsInterruptedAndTheStrategyLives() {
        AtomicBoolean interrupted = new AtomicBoolean();
        allAndAlive(
                run(limited(Duration.ofMillis(20)).trains(host -> () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                    return "late";
                })),
                Outcome.OverLimit.class::isInstance);
        assertThat(interrupted).isTrue();
    }

    private static void aRunThatThrowsIsChargedOnce() {
        TrainingBudget budget = budget(30);
        run(
                new DeclaredByHand()
                        .due(Schedule.atDeployment())
                        .policy(RULES.charged(ofMinutes(1)))
                        .trains(host -> () -> {
                            throw new IllegalStateException("no convergence");
                        }),
                budget);
        assertThat(budget.level(START.plus(Duration.ofDays(8)))).isEqualTo(ofMinutes(1));
        assertThat(budget.history())
                .extracting(TrainingBudget.Change::kind)
                .containsExactly(TrainingBudget.Change.Kind.RESERVED, TrainingBudget.Change.Kind.CHARGED);
    }

    /** Rings when the test says so, as often as it does. */
    private static final class AlarmInHand implements Alarms {

        private volatile Runnable check = () -> {};

        @Override
        public Alarm at(Instant at, Runnable wake) {
            throw new IllegalStateException("a limit is machine time");
        }

        @Override
        public Alarm after(Duration delay, Runnable wake) {
            check = wake;
            return () -> {};
        }
    }
}
