package io.trainyard.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.OnStop;
import io.trainyard.Plan;
import io.trainyard.host.HostStatus.Phase;
import io.trainyard.schedule.Schedule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.time.MarketClock;
import io.trainyard.training.ModelState;
import io.trainyard.training.Outcome;
import io.trainyard.training.TrainingRun;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looking at a live strategy and stopping it, from wherever one may stand: nobody waits for himself. */
@Timeout(60)
final class LiveStatusTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final MarketClock machine = MarketClock.system(ZoneOffset.UTC);
    private final PushedFeed feed = new PushedFeed();
    private final DeclaredByHand strategy = new DeclaredByHand().due(Schedule.atDeployment());
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch there = new CountDownLatch(1);
    private final BlockingQueue<HostStatus> seen = new ArrayBlockingQueue<>(10);
    private final CompletableFuture<LiveRun> running = new CompletableFuture<>();
    private @Nullable LiveRun run;

    private Live live() {
        return new Live(strategy).feed(feed).store(new MemoryStore(Quota.of(Plan.FREE)));
    }

    private LiveRun start(Live live) {
        run = live.start();
        running.complete(run);
        return run;
    }

    @AfterEach
    void close() {
        release.countDown();
        if (run != null) {
            run.close();
        }
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return Objects.requireNonNull(queue.poll(SOON.toSeconds(), TimeUnit.SECONDS));
    }

    private void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_training_that_runs_is_told_with_its_progress_and_what_time_is_left() throws InterruptedException {
        strategy.trains(host -> () -> {
            host.training().progress(0.25, "epoch 1 of 4");
            there.countDown();
            release.await();
            return "model";
        });
        LiveRun live = start(live());
        await(there);

        HostStatus status = live.status();

        assertThat(status.running()).singleElement().satisfies(one -> {
            assertThat(one.run().id("by-hand")).isEqualTo("by-hand#1");
            assertThat(one.atWork()).isTrue();
            assertThat(one.fraction()).isEqualTo(0.25);
            assertThat(one.text()).isEqualTo("epoch 1 of 4");
            assertThat(one.remaining()).isPositive().isLessThan(Duration.ofMinutes(10));
        });
        assertThat(status.budget().level()).isPositive();
        assertThat(status.trainings().get(0).running()).isNotNull();
        assertThat(status.lastRuns()).isEmpty();
        release.countDown();
        assertThat(live.awaitReady(SOON)).isTrue();
    }

    @Test
    void a_look_tells_of_models_outcomes_orders_and_equity() throws InterruptedException {
        BlockingQueue<TrainingRun> settled = new ArrayBlockingQueue<>(10);
        BlockingQueue<Double> handled = new ArrayBlockingQueue<>(10);
        strategy.trains(host -> () -> "model").handles(slice -> {
            strategy.parts().portfolio().setHoldings("SPY", 0.5);
            seen.add(running.join().status());
            handled.add(slice.bar(0).close());
        });
        LiveRun live = start(live().listener(new HostListener() {
            @Override
            public void trained(TrainingRun done) {
                settled.add(done);
            }
        }));
        assertThat(next(settled).outcome()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(live.awaitReady(SOON)).isTrue();

        feed.push(machine.now(), 100);
        HostStatus status = next(seen);

        assertThat(status.handler()).isNotNull();
        assertThat(status.slices()).isEqualTo(1);
        assertThat(status.account()).isEqualTo(new HostStatus.Account(100_000, 100_000, 1, 1, 0));
        assertThat(status.models()).singleElement().satisfies(model -> {
            assertThat(model.state()).isEqualTo(ModelState.READY);
            assertThat(model.version()).isEqualTo(1);
            assertThat(model.age()).isNotNull();
        });
        assertThat(status.lastRuns()).extracting(TrainingRun::number).containsExactly(1);
        assertThat(Objects.requireNonNull(status.trainings().get(0).last()).outcome())
                .isInstanceOf(Outcome.Succeeded.class);
        assertThat(status.nextDue()).isNull();
        next(handled);

        feed.push(machine.now().plusSeconds(10), 100);
        next(handled);
        live.close();
        assertThat(live.status().phase()).isEqualTo(Phase.STOPPED);
        assertThat(live.status().account().fills()).isEqualTo(1);
        assertThat(live.status().pending()).isZero();
    }

    @Test
    void a_look_does_not_wait_for_a_handler_that_does_not_return() throws InterruptedException {
        strategy.always()
                .due(Schedule.of(
                        io.trainyard.schedule.DateRule.every(java.time.DayOfWeek.SUNDAY),
                        io.trainyard.schedule.TimeRule.at(java.time.LocalTime.of(8, 0)),
                        DeclaredByHand.NEW_YORK))
                .handles(slice -> {
                    there.countDown();
                    await(release);
                });
        LiveRun live = start(live());
        feed.push(machine.now(), 1);
        await(there);
        feed.push(machine.now().plusSeconds(1), 2);

        HostStatus status = live.status();

        assertThat(Objects.requireNonNull(status.handler()).name()).isEqualTo("trade");
        assertThat(status.handler().stack()).isNotEmpty();
        assertThat(status.pending()).isGreaterThanOrEqualTo(2);
        assertThat(status.nextDue()).isAfter(machine.now());
        assertThat(status.phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void a_training_may_look_at_the_strategy_in_both_modes() throws Exception {
        strategy.trains(host -> () -> {
            seen.add(running.join().status());
            return "model";
        });
        start(live());
        assertThat(next(seen).running()).hasSize(1);

        AtomicReference<@Nullable BacktestRun> backtest = new AtomicReference<>();
        DeclaredByHand other = new DeclaredByHand().due(Schedule.atDeployment()).trains(host -> () -> {
            seen.add(Objects.requireNonNull(backtest.get()).status());
            return "model";
        });
        backtest.set(new Backtest(other)
                .bars(DeclaredByHand.weekdays("2013-10-01", "2013-10-31"))
                .from(LocalDate.parse("2013-10-07"))
                .deploy());
        Objects.requireNonNull(backtest.get()).run();
        HostStatus inside = next(seen);
        HostStatus after = Objects.requireNonNull(backtest.get()).status();

        assertThat(inside.phase()).isEqualTo(Phase.RUNNING);
        assertThat(inside.running()).hasSize(1);
        assertThat(inside.slices()).isZero();
        assertThat(after.phase()).isEqualTo(Phase.STOPPED);
        assertThat(after.slices()).isEqualTo(19);
        assertThat(after.running()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(OnStop.class)
    void a_handler_may_stop_its_strategy(OnStop how) throws InterruptedException {
        strategy.always().handles(slice -> {
            running.join().close();
            running.join().close();
            seen.add(running.join().status());
        });
        LiveRun live = start(live().onStop(how));

        feed.push(machine.now(), 1);

        assertThat(next(seen).handler()).isNotNull();
        assertThat(live.await(SOON)).isTrue();
        assertThat(live.status().phase()).isEqualTo(Phase.STOPPED);
        assertThat(feed.isClosed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(OnStop.class)
    void a_training_may_stop_its_strategy(OnStop how) throws InterruptedException {
        BlockingQueue<TrainingRun> settled = new ArrayBlockingQueue<>(10);
        strategy.trains(host -> () -> {
            running.join().close();
            return "last";
        });
        LiveRun live = start(live().onStop(how).listener(new HostListener() {
            @Override
            public void trained(TrainingRun done) {
                settled.add(done);
            }
        }));

        assertThat(live.await(SOON)).isTrue();

        Outcome outcome = next(settled).outcome();
        if (how == OnStop.FINISH) {
            assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
            assertThat(strategy.model).isEqualTo("last");
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
        }
        assertThat(live.status().phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    void a_listener_may_stop_the_strategy_and_what_it_throws_harms_nobody() throws InterruptedException {
        strategy.trains(host -> () -> "model");
        LiveRun live = start(live().listener(new HostListener() {
                    @Override
                    public void deployed(java.time.Instant at) {
                        throw new IllegalStateException("mine");
                    }
                })
                .listener(new HostListener() {
                    @Override
                    public void trained(TrainingRun done) {
                        running.join().close();
                    }
                }));

        assertThat(live.await(SOON)).isTrue();
        assertThat(strategy.model).isEqualTo("model");
        assertThat(live.status().phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    void the_strategys_own_thread_is_not_let_wait_for_the_strategy() throws InterruptedException {
        BlockingQueue<Throwable> thrown = new ArrayBlockingQueue<>(10);
        strategy.always().handles(slice -> {
            thrown.add(org.assertj.core.api.Assertions.catchThrowable(
                    () -> running.join().await(SOON)));
            thrown.add(org.assertj.core.api.Assertions.catchThrowable(
                    () -> running.join().awaitReady(SOON)));
        });
        start(live());

        feed.push(machine.now(), 1);

        assertThat(next(thrown)).isInstanceOf(IllegalStateException.class).hasMessageContaining("another thread");
        assertThat(next(thrown)).isInstanceOf(IllegalStateException.class).hasMessageContaining("by-hand");
    }

    @Test
    void a_second_strategy_on_the_same_thread_can_be_stopped_by_a_handler_of_the_first() throws InterruptedException {
        DeclaredByHand other = new DeclaredByHand().due();
        try (LiveThreads threads = LiveThreads.of(1, 1)) {
            LiveRun second = new Live(other)
                    .feed(new PushedFeed())
                    .store(new MemoryStore(Quota.of(Plan.FREE)))
                    .threads(threads)
                    .start();
            strategy.always().handles(slice -> second.close());
            LiveRun first = start(live().threads(threads));

            feed.push(machine.now(), 1);

            assertThat(second.await(SOON)).isTrue();
            assertThat(first.status().phase()).isEqualTo(Phase.RUNNING);
            first.close();
        }
    }

    @Test
    void what_cannot_be_kept_or_waited_for_is_refused() {
        assertThatThrownBy(() -> live().keepBars(0)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> live().waitForBars(Duration.ofSeconds(31))).hasMessageContaining("30 seconds");
        assertThatThrownBy(() -> live().waitForBars(Duration.ofSeconds(-1))).hasMessageContaining("zero");
    }
}
