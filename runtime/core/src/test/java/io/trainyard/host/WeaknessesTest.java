package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.NEW_YORK;
import static io.trainyard.host.DeclaredByHand.at;
import static io.trainyard.host.DeclaredByHand.weekdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Busy;
import io.trainyard.Cost;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Unaffordable;
import io.trainyard.market.ReplayFeed;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Misfires;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.training.ModelState;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.TrainingRun;
import io.trainyard.training.ledger.MemoryLedger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The weaknesses of LEAN's training, numbered as in a review of its source, each shown to be beaten. */
@Timeout(60)
final class WeaknessesTest {

    private static final LocalDate FIRST = LocalDate.parse("2013-10-07");
    private static final Instant START = FIRST.atStartOfDay(NEW_YORK).toInstant();
    private static final RunPolicy RULES = RunPolicy.standard();
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DeclaredByHand strategy = new DeclaredByHand();
    /** What a stopwatch in the test's hand shows. */
    private final AtomicLong machineNanos = new AtomicLong();

    private TrainingBudget budget = budget(30, 5);

    private static TrainingBudget budget(int capacity, int leak) {
        return new TrainingBudget(
                new TrainingQuota(Duration.ofMinutes(capacity), Duration.ofMinutes(leak), Duration.ofDays(1)), START);
    }

    private static Schedule daily(int hour, int minute) {
        return Schedule.of(DateRule.every(DayOfWeek.values()), TimeRule.at(LocalTime.of(hour, minute)), NEW_YORK);
    }

    private BacktestResult run() {
        return backtest().run();
    }

    private Backtest backtest() {
        return new Backtest(strategy)
                .bars(weekdays("2013-09-02", "2013-10-31"))
                .from(FIRST)
                .to(LocalDate.parse("2013-10-14"))
                .budget(budget);
    }

    /** By the stopwatch in the test's hand. */
    private BacktestResult runByHand() {
        return backtest().stopwatch(() -> Duration.ofNanos(machineNanos.get())).run();
    }

    private DeclaredByHand trainsFor(Duration time) {
        return strategy.trains(host -> () -> {
            machineNanos.addAndGet(time.toNanos());
            return "model";
        });
    }

    private static List<Outcome> outcomes(BacktestResult result) {
        return result.trainings().stream().map(TrainingRun::outcome).toList();
    }

    private static long count(BacktestResult result, Class<? extends Outcome> kind) {
        return outcomes(result).stream().filter(kind::isInstance).count();
    }

    @Test
    void weakness_01_only_trainings_spend_training_time() {
        budget = budget(30, 0);
        trainsFor(MINUTE)
                .due(daily(8, 0))
                .always()
                .handles(slice -> machineNanos.addAndGet(MINUTE.multipliedBy(20).toNanos()));

        BacktestResult result = runByHand();

        // eight trainings of a minute, and two hours of handlers
        assertThat(outcomes(result)).hasSize(8).allMatch(Outcome.Succeeded.class::isInstance);
        assertThat(strategy.handled).hasSize(6);
        assertThat(budget.level(START)).isEqualTo(MINUTE.multipliedBy(8));
    }

    @Test
    void weakness_02_an_empty_budget_denies_one_training_and_nothing_else() {
        budget = budget(30, 5);
        strategy.due(Schedule.atDeployment(), daily(8, 0)).policy(RULES.charged(Cost.LIMIT));

        BacktestResult result = run();

        // three full runs on the first two days; then five minutes come back in a day, so that every other run fits
        assertThat(outcomes(result).subList(0, 3)).allMatch(Outcome.Succeeded.class::isInstance);
        assertThat(count(result, Outcome.Refused.class)).isPositive();
        assertThat(outcomes(result).subList(4, 9)).anyMatch(Outcome.Succeeded.class::isInstance);
        assertThat(strategy.handled).hasSize(6);
    }

    @Test
    void weakness_03_a_run_is_charged_from_its_first_moment_and_for_what_it_used() {
        for (Duration time : List.of(Duration.ofNanos(1), Duration.ofSeconds(59), Duration.ofSeconds(601))) {
            budget = budget(30, 0);
            trainsFor(time).due(Schedule.atDeployment()).policy(RULES.within(MINUTE.multipliedBy(30)));

            runByHand();

            assertThat(budget.level(START)).isEqualTo(time);
        }
        // what the bucket holds, and not a minute more
        budget = budget(30, 0);
        trainsFor(MINUTE.multipliedBy(10)).due(daily(8, 0)).policy(RULES);
        assertThat(count(runByHand(), Outcome.Succeeded.class)).isEqualTo(3);
    }

    @Test
    void weakness_04_the_limit_is_ten_minutes_where_nothing_is_said() {
        trainsFor(MINUTE.multipliedBy(10)).due(Schedule.atDeployment());
        assertThat(outcomes(runByHand())).allMatch(Outcome.Succeeded.class::isInstance);

        trainsFor(MINUTE.multipliedBy(10).plusNanos(1));
        assertThat(outcomes(runByHand())).allMatch(Outcome.OverLimit.class::isInstance);
        assertThat(HandlerLimit.STANDARD.atMost()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void weakness_05_a_smaller_budget_never_affords_more() {
        for (int capacity = 1; capacity < 30; capacity++) {
            strategy.due(Schedule.atDeployment(), daily(8, 0), daily(9, 0)).policy(RULES.charged(Cost.LIMIT));
            budget = budget(capacity, 1);
            long smaller = count(run(), Outcome.Succeeded.class);
            budget = budget(capacity + 1, 1);
            assertThat(smaller).isLessThanOrEqualTo(count(run(), Outcome.Succeeded.class));
        }
        assertThatThrownBy(() -> budget(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weakness_06_a_limit_is_exact_to_the_nanosecond_and_counts_the_run_alone() {
        strategy.due(Schedule.atDeployment()).policy(RULES.charged(RULES.limit()));
        assertThat(outcomes(run())).allMatch(Outcome.Succeeded.class::isInstance);

        strategy.policy(RULES.charged(RULES.limit().plusNanos(1)));
        assertThat(outcomes(run())).allMatch(Outcome.OverLimit.class::isInstance);

        // hours pass between two bars, on the machine too
        budget = budget(30, 0);
        trainsFor(MINUTE)
                .due(daily(16, 0))
                .policy(RULES.within(MINUTE))
                .handles(slice -> machineNanos.addAndGet(MINUTE.multipliedBy(90).toNanos()));
        assertThat(outcomes(runByHand())).hasSize(8).allMatch(Outcome.Succeeded.class::isInstance);
    }

    @Test
    void weakness_07_runaway_code_is_interrupted_and_told_so() {
        strategy.due(Schedule.atDeployment())
                .policy(RULES.within(Duration.ofMillis(20)))
                .trains(host -> () -> {
                    new CountDownLatch(1).await();
                    return "never";
                });
        assertThat(outcomes(run())).allMatch(Outcome.OverLimit.class::isInstance);

        strategy.trains(host -> () -> {
            while (true) {
                host.training().checkpoint();
            }
        });
        assertThat(outcomes(run())).allMatch(Outcome.OverLimit.class::isInstance);
        assertThat(strategy.handled).isEmpty();
    }

    @Test
    void weakness_08_a_run_that_throws_is_charged_once_and_not_run_again_by_itself() {
        AtomicInteger calls = new AtomicInteger();
        strategy.due(Schedule.atDeployment()).policy(RULES.charged(MINUTE)).trains(host -> () -> {
            calls.incrementAndGet();
            throw new IllegalStateException("no convergence");
        });

        run();

        assertThat(calls).hasValue(1);
        assertThat(budget.level(START)).isEqualTo(MINUTE);
        assertThat(budget.history())
                .extracting(TrainingBudget.Change::kind)
                .containsExactly(TrainingBudget.Change.Kind.RESERVED, TrainingBudget.Change.Kind.CHARGED);
    }

    @Test
    void weakness_09_a_failed_training_is_retried_reported_and_paused_and_the_old_model_serves() {
        List<TrainingRun> heard = new ArrayList<>();
        List<String> paused = new ArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        strategy.due(Schedule.atDeployment(), daily(8, 0))
                .policy(RULES.charged(Duration.ZERO)
                        .retrying(2, Duration.ofMinutes(5))
                        .pausedAfter(2))
                .trains(host -> () -> {
                    if (calls.incrementAndGet() > 1) {
                        throw new IllegalStateException("no convergence");
                    }
                    return "first";
                });

        BacktestResult result = new Backtest(strategy)
                .bars(weekdays("2013-09-02", "2013-10-31"))
                .from(FIRST)
                .to(LocalDate.parse("2013-10-14"))
                .listener(new BacktestListener() {
                    @Override
                    public void trained(TrainingRun run) {
                        heard.add(run);
                    }

                    @Override
                    public void paused(String training, int failures) {
                        paused.add(training + " " + failures);
                    }
                })
                .run();

        assertThat(heard).isEqualTo(result.trainings());
        assertThat(calls).hasValue(7);
        assertThat(result.trainings().subList(1, 4))
                .extracting(run -> Duration.between(run.due(), run.settledAt()).toMinutes() + " " + run.attempt())
                .containsExactly("0 1", "5 2", "15 3");
        assertThat(paused).containsExactly("fit 2");
        assertThat(count(result, Outcome.Skipped.class)).isEqualTo(6);
        assertThat(strategy.model).isEqualTo("first");
        assertThat(strategy.handled).hasSize(6);
    }

    @Test
    void weakness_10_a_long_training_holds_up_no_other_strategy() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch handled = new CountDownLatch(1);
        PushedFeed feed = new PushedFeed();
        strategy.due(Schedule.atDeployment())
                .always()
                .handles(slice -> handled.countDown())
                .trains(host -> () -> {
                    release.await();
                    return "late";
                });
        try (LiveThreads threads = LiveThreads.of(1, 2);
                LiveRun slow = live(strategy, feed, threads);
                LiveRun quick = live(
                        new DeclaredByHand().due(Schedule.atDeployment()).trains(host -> () -> "quick"),
                        new PushedFeed(),
                        threads)) {
            assertThat(quick.awaitReady(Duration.ofSeconds(20))).isTrue();
            feed.push(Instant.now(), 1);
            assertThat(handled.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(slow.awaitReady(Duration.ZERO)).isFalse();
            release.countDown();
        }
    }

    private static LiveRun live(DeclaredByHand strategy, PushedFeed feed, LiveThreads threads) {
        return new Live(strategy)
                .feed(feed)
                .store(new MemoryStore(Quota.of(Plan.FREE)))
                .threads(threads)
                .start();
    }

    @Test
    void weakness_11_occasions_that_meet_are_skipped_queued_or_replaced_as_declared() {
        Schedule[] meeting = {daily(8, 0), daily(8, 1)};
        RunPolicy slow = RULES.charged(MINUTE.multipliedBy(2)).modelled(true);

        strategy.due(meeting).policy(slow.busy(Busy.SKIP));
        assertThat(count(run(), Outcome.Skipped.class)).isEqualTo(8);
        budget = budget(30, 5);
        strategy.policy(slow.busy(Busy.QUEUE));
        BacktestResult queued = run();
        assertThat(queued.trainings().get(1).settledAt())
                .isEqualTo(queued.trainings().get(0).settledAt().plus(MINUTE.multipliedBy(2)));
        budget = budget(30, 5);
        strategy.policy(slow.busy(Busy.REPLACE));
        BacktestResult replaced = run();
        assertThat(outcomes(replaced).get(0)).isInstanceOf(Outcome.Cancelled.class);
        assertThat(replaced.trainings().get(1).settledAt())
                .isEqualTo(replaced.trainings().get(1).due().plus(MINUTE.multipliedBy(2)));
    }

    @Test
    void weakness_11_missed_occasions_become_one_and_those_that_are_too_late_none() throws InterruptedException {
        assertThat(madeUp(Misfires.once(Duration.ofDays(7)))).isEqualTo(1);
        assertThat(madeUp(Misfires.all(Duration.ofDays(7)))).isEqualTo(5);
        assertThat(madeUp(Misfires.all(Duration.ofDays(3)))).isEqualTo(3);
        assertThat(madeUp(Misfires.skip())).isZero();
    }

    /** How many of five daily trainings that were due while the process was down are run when it is there again. */
    private static long madeUp(Misfires misfires) throws InterruptedException {
        MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
        MemoryLedger ledger = new MemoryLedger(() -> Instant.EPOCH);
        Instant down = START.plus(Duration.ofDays(1));
        Instant up = START.plus(Duration.ofDays(6));
        runLive(misfires, store, ledger, START, down);
        return runLive(misfires, store, ledger, up, up.plusSeconds(1)).trainings().stream()
                .filter(run -> run.outcome() instanceof Outcome.Succeeded)
                .count();
    }

    private static LiveRun runLive(Misfires misfires, MemoryStore store, MemoryLedger ledger, Instant from, Instant to)
            throws InterruptedException {
        BarSource bars = weekdays("2013-10-01", "2013-10-31");
        Tape tape = Tape.of(List.of(bars.load(new Subscription("SPY", Resolution.DAILY))));
        DeclaredByHand each = new DeclaredByHand()
                .due(daily(8, 0))
                .policy(RULES.charged(Duration.ZERO))
                .missed(misfires);
        try (LiveRun live = new Live(each)
                .past(bars)
                .feed(ReplayFeed.of(tape).from(from).to(to))
                .virtualTime(from, to)
                .store(store)
                .ledger(ledger)
                .start()) {
            assertThat(live.await(Duration.ofSeconds(30))).isTrue();
            return live;
        }
    }

    @Test
    void weakness_12_a_void_training_that_throws_leaves_nothing_that_looks_ready() {
        List<ModelState> during = new ArrayList<>();
        strategy.due(Schedule.atDeployment()).writes(() -> {
            strategy.model = "half";
            during.add(strategy.cell.state());
            throw new AssertionError("broken");
        });

        run();

        assertThat(during).containsExactly(ModelState.TRAINING);
        assertThat(strategy.cell.state()).isEqualTo(ModelState.FAILED);
        assertThat(strategy.handled).isEmpty();
    }

    @Test
    void weakness_13_what_is_due_after_the_last_slice_is_run_and_what_cannot_be_is_said() {
        strategy.due(daily(23, 59));
        assertThat(count(run(), Outcome.Succeeded.class)).isEqualTo(8);

        budget = budget(30, 5);
        strategy.policy(RULES.charged(MINUTE.multipliedBy(2)).modelled(true));
        assertThat(outcomes(run()).get(7))
                .isInstanceOfSatisfying(
                        Outcome.Cancelled.class,
                        cancelled -> assertThat(cancelled.reason()).isEqualTo("the bars ended before"));
    }

    @Test
    void weakness_14_trainings_come_in_the_order_of_time_and_the_clock_never_goes_back() {
        strategy.due(daily(8, 0), daily(8, 1), daily(8, 3))
                .policy(RULES.charged(MINUTE.multipliedBy(2)).modelled(true).busy(Busy.QUEUE));

        List<Instant> shown = new ArrayList<>();
        strategy.trains(host -> () -> {
            shown.add(host.clock().now());
            return "model";
        });

        BacktestResult result = run();

        assertThat(result.trainings())
                .extracting(TrainingRun::settledAt)
                .isSorted()
                .hasSize(24);
        assertThat(result.trainings()).extracting(TrainingRun::due).isSorted();
        assertThat(shown).isSorted();
        // the first of a day at its time, the others when the one before has ended, not later
        assertThat(shown.subList(0, 3))
                .map(instant ->
                        Duration.between(at(FIRST, LocalTime.of(8, 0)), instant).toMinutes())
                .containsExactly(0L, 2L, 4L);
    }

    @Test
    void weakness_15_a_backtest_comes_to_the_same_whatever_the_machine() {
        strategy.due(Schedule.atDeployment(), daily(8, 0)).policy(RULES.charged(MINUTE.multipliedBy(9)));
        List<Class<?>> first =
                outcomes(run()).stream().<Class<?>>map(Object::getClass).toList();
        // nine minutes a run, five a day come back: all fit until the sixth, and again when a day was left out; were
        // the budget
        // refilled by the clock of the machine, all from the fourth on would be refused
        assertThat(first)
                .containsExactly(
                        Outcome.Succeeded.class,
                        Outcome.Succeeded.class,
                        Outcome.Succeeded.class,
                        Outcome.Succeeded.class,
                        Outcome.Succeeded.class,
                        Outcome.Refused.class,
                        Outcome.Succeeded.class,
                        Outcome.Refused.class,
                        Outcome.Succeeded.class);
        budget = budget(30, 5);
        strategy.trains(host -> () -> {
            int sum = 0;
            for (int i = 0; i < 1_000_000; i++) {
                sum += i % 7;
            }
            return "slower " + sum;
        });

        assertThat(outcomes(run())).extracting(Object::getClass).isEqualTo(first);
    }

    @Test
    void weakness_16_what_is_left_is_known_before_during_and_after_a_run() {
        List<Duration> left = new ArrayList<>();
        strategy.due(Schedule.atDeployment()).policy(RULES.charged(MINUTE)).trains(host -> () -> {
            left.add(host.training().remainingBudget());
            left.add(host.training().remainingTime());
            return "model";
        });

        run();

        assertThat(left.get(0)).isEqualTo(MINUTE.multipliedBy(20));
        assertThat(left.get(1)).isBetween(MINUTE.multipliedBy(9), MINUTE.multipliedBy(10));
        assertThat(budget.history())
                .extracting(TrainingBudget.Change::kind)
                .containsExactly(TrainingBudget.Change.Kind.RESERVED, TrainingBudget.Change.Kind.CHARGED);
        assertThat(budget.forecast(MINUTE.multipliedBy(30), START)).contains(START.plus(Duration.ofMinutes(288)));
        assertThat(budget.level(START.plus(Duration.ofMinutes(288)))).isZero();
    }

    @Test
    void weakness_17_budgets_that_make_no_sense_are_refused_and_asking_costs_nothing() {
        assertThatThrownBy(() -> new TrainingQuota(MINUTE, MINUTE, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrainingQuota(MINUTE.negated(), MINUTE, MINUTE))
                .isInstanceOf(IllegalArgumentException.class);
        Instant later = START.plus(Duration.ofHours(31)).plusNanos(7);
        TrainingBudget asked = new TrainingBudget(budget.quota(), START, MINUTE.multipliedBy(20));
        TrainingBudget left = new TrainingBudget(budget.quota(), START, MINUTE.multipliedBy(20));
        for (Instant at = START; at.isBefore(later); at = at.plusSeconds(61)) {
            asked.level(at);
            asked.forecast(MINUTE.multipliedBy(11), at);
        }
        assertThat(asked.level(later)).isEqualTo(left.level(later));
        assertThat(asked.history()).isEmpty();
    }

    @Test
    void weakness_18_a_refusal_says_figures_that_add_up_and_when_there_is_room() {
        budget = budget(10, 5);
        strategy.due(Schedule.atDeployment(), daily(8, 0)).policy(RULES.charged(MINUTE.multipliedBy(8)));

        assertThat(outcomes(run()).get(1))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("the training budget has 6m20s of 10m in use, and a run reserves 10m")
                                .endsWith("there is room again at 2013-10-08T18:24:00Z"));
    }

    @Test
    void weakness_19_a_budget_that_is_too_small_is_tried_over_weeks_and_the_strategy_lives_to_the_end() {
        budget = budget(10, 1);
        strategy.due(daily(8, 0)).policy(RULES.charged(Cost.LIMIT).unaffordable(Unaffordable.DEFER));

        BacktestResult result = new Backtest(strategy)
                .bars(weekdays("2013-09-02", "2014-02-28"))
                .from(FIRST)
                .budget(budget)
                .run();

        // ten minutes come back in ten days: from the first run on, one in ten days and no more
        assertThat(result.trainings().stream()
                        .filter(run -> run.outcome() instanceof Outcome.Succeeded)
                        .map(run -> Duration.between(START, run.settledAt()).toDays()))
                .startsWith(0L, 10L, 20L)
                .hasSize(15);
        assertThat(result.withheld()).isZero();
    }
}
