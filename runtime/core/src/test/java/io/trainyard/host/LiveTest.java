package io.trainyard.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.OnStop;
import io.trainyard.Plan;
import io.trainyard.schedule.Schedule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.time.MarketClock;
import io.trainyard.training.ModelState;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingRun;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Live on the clock of this machine: nothing here waits for time to pass, only for what threads tell one another. */
@Timeout(60)
final class LiveTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Schedule AT_DEPLOYMENT = Schedule.atDeployment();

    private final MarketClock machine = MarketClock.system(ZoneOffset.UTC);
    private final PushedFeed feed = new PushedFeed();
    private final MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
    private final DeclaredByHand strategy = new DeclaredByHand().due(AT_DEPLOYMENT);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch training = new CountDownLatch(1);
    private final BlockingQueue<TrainingRun> settled = new ArrayBlockingQueue<>(100);
    private final BlockingQueue<String> hung = new ArrayBlockingQueue<>(100);
    private final AtomicReference<@Nullable StrategyFailedException> failure = new AtomicReference<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable LiveRun run;

    private Live live() {
        return new Live(strategy).feed(feed).store(store).listener(new HostListener() {
            @Override
            public void trained(TrainingRun run) {
                settled.add(run);
            }

            @Override
            public void handlerHangs(String handler, Duration since, List<StackTraceElement> stack) {
                hung.add(handler + " " + stack);
            }

            @Override
            public void stopped(@Nullable StrategyFailedException why) {
                failure.set(why);
                stopped.countDown();
            }
        });
    }

    private LiveRun start(Live live) {
        run = live.start();
        return run;
    }

    @AfterEach
    void close() {
        release.countDown();
        if (run != null) {
            run.close();
        }
    }

    private TrainingRun next() throws InterruptedException {
        return java.util.Objects.requireNonNull(settled.poll(SOON.toSeconds(), TimeUnit.SECONDS));
    }

    /** Trains until the test releases it, deaf to interruption. */
    private DeclaredByHand held(String model) {
        return strategy.trains(host -> () -> {
            training.countDown();
            boolean interrupted = false;
            while (true) {
                try {
                    release.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return model;
        });
    }

    @Test
    void trains_at_deployment_stores_the_model_and_puts_it_in_place() throws InterruptedException {
        strategy.trains(host -> () -> "trained");

        assertThat(start(live()).awaitReady(SOON)).isTrue();

        assertThat(strategy.model).isEqualTo("trained");
        assertThat(strategy.cell.state()).isEqualTo(ModelState.READY);
        assertThat(next().outcome()).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void handlers_go_on_while_a_training_runs_and_get_the_new_model_between_two_events() throws InterruptedException {
        BlockingQueue<String> seen = new ArrayBlockingQueue<>(100);
        held("new").always().handles(slice -> seen.add(String.valueOf(strategy.model)));
        LiveRun running = start(live());
        assertThat(training.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        feed.push(machine.now(), 1);
        assertThat(seen.poll(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo("null");
        release.countDown();
        assertThat(running.awaitReady(SOON)).isTrue();
        feed.push(machine.now().plusSeconds(1), 2);
        assertThat(seen.poll(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo("new");
    }

    @Test
    void a_training_sees_one_state_of_the_market_however_long_it_takes() throws InterruptedException {
        AtomicBoolean pushed = new AtomicBoolean();
        CountDownLatch handled = new CountDownLatch(1);
        strategy.always().handles(slice -> handled.countDown()).trains(host -> () -> {
            Instant before = host.clock().now();
            feed.push(machine.now().plusSeconds(5), 7);
            pushed.set(handled.await(SOON.toSeconds(), TimeUnit.SECONDS));
            return host.history().closes(9).length + " "
                    + before.equals(host.clock().now());
        });

        assertThat(start(live()).awaitReady(SOON)).isTrue();

        assertThat(pushed).isTrue();
        assertThat(strategy.model).isEqualTo("0 true");
    }

    @Test
    void a_run_over_its_limit_is_ended_by_a_checkpoint_and_the_strategy_goes_on() throws InterruptedException {
        strategy.policy(RunPolicy.standard().within(Duration.ofMillis(20))).trains(host -> () -> {
            while (true) {
                host.training().progress(0.5, "half");
            }
        });
        start(live());

        assertThat(next().outcome()).isInstanceOf(Outcome.OverLimit.class);
        assertThat(strategy.cell.state()).isEqualTo(ModelState.MISSING);
    }

    @Test
    void a_run_over_its_limit_that_knows_nothing_of_it_is_interrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        strategy.policy(RunPolicy.standard().within(Duration.ofMillis(20))).trains(host -> () -> {
            try {
                release.await();
                return "late";
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });
        start(live());

        assertThat(next().outcome()).isInstanceOf(Outcome.OverLimit.class);
        assertThat(interrupted.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_late_result_is_refused_and_a_thread_that_does_not_die_is_replaced() throws InterruptedException {
        DeclaredByHand other = new DeclaredByHand().due(AT_DEPLOYMENT).trains(host -> () -> "other");
        held("late").policy(RunPolicy.standard().within(Duration.ofMillis(20)));
        try (LiveThreads threads = LiveThreads.of(1, 1)) {
            start(live().threads(threads).patience(Duration.ofMillis(20)));
            assertThat(next().outcome()).isInstanceOf(Outcome.OverLimit.class);

            try (LiveRun beside = new Live(other)
                    .feed(new PushedFeed())
                    .store(new MemoryStore(Quota.of(Plan.FREE)))
                    .threads(threads)
                    .start()) {
                assertThat(beside.awaitReady(SOON)).isTrue();
            }
            release.countDown();
            close();
            assertThat(strategy.model).isNull();
            assertThat(store.usage().objects()).isZero();
        }
    }

    @Test
    void stopping_finishes_the_training_that_runs_if_it_is_to() throws Exception {
        held("finished");
        LiveRun running = start(live().onStop(OnStop.FINISH));
        assertThat(training.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Thread closer = new Thread(running::close);
        closer.start();
        while (running.status().phase() == HostStatus.Phase.RUNNING) {
            Thread.onSpinWait();
        }
        release.countDown();
        closer.join(SOON.toMillis());

        assertThat(strategy.model).isEqualTo("finished");
        assertThat(feed.isClosed()).isTrue();
        assertThat(running.status().phase()).isEqualTo(HostStatus.Phase.STOPPED);
    }

    @Test
    void stopping_cancels_the_training_that_runs_and_every_thread_ends() throws InterruptedException {
        strategy.trains(host -> () -> {
            training.countDown();
            release.await();
            return "never";
        });
        LiveThreads threads = LiveThreads.of(1, 1);
        LiveRun running = start(live().threads(threads).onStop(OnStop.CANCEL));
        assertThat(training.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        running.close();
        threads.close();

        assertThat(next().outcome()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(strategy.model).isNull();
        while (threads.count() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void stopping_abandons_a_training_that_does_not_listen() throws InterruptedException {
        held("never");
        try (LiveThreads threads = LiveThreads.of(1, 1)) {
            LiveRun running = start(live().threads(threads).onStop(OnStop.ABANDON));
            assertThat(training.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

            running.close();

            assertThat(running.await(SOON)).isTrue();
            assertThat(strategy.model).isNull();
            release.countDown();
        }
    }

    @Test
    void a_handler_over_its_limit_is_reported_with_its_stack_while_it_hangs() throws InterruptedException {
        strategy.trains(host -> () -> "model").handles(slice -> hang());
        LiveRun running = start(live().handlerLimit(new HandlerLimit(Duration.ofMillis(20), false)));
        assertThat(running.awaitReady(SOON)).isTrue();

        feed.push(machine.now(), 1);

        assertThat(hung.poll(SOON.toSeconds(), TimeUnit.SECONDS))
                .startsWith("trade ")
                .contains("LiveTest.hang");
        assertThat(java.util.Objects.requireNonNull(running.status().handler()).name())
                .isEqualTo("trade");
        release.countDown();
    }

    private void hang() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_handler_over_its_limit_stops_the_strategy_if_it_is_to() throws InterruptedException {
        strategy.trains(host -> () -> "model").handles(slice -> hang());
        LiveRun running = start(live().handlerLimit(new HandlerLimit(Duration.ofMillis(20), true)));
        assertThat(running.awaitReady(SOON)).isTrue();

        feed.push(machine.now(), 1);

        assertThatThrownBy(() -> running.await(SOON))
                .isInstanceOf(StrategyFailedException.class)
                .hasMessageContaining("trade");
        assertThat(feed.isClosed()).isTrue();
    }

    @Test
    void a_handler_that_throws_stops_the_strategy_cleanly_and_keeps_its_models() throws InterruptedException {
        strategy.trains(host -> () -> "model").handles(slice -> {
            throw new IllegalStateException("boom");
        });
        LiveRun running = start(live());
        assertThat(running.awaitReady(SOON)).isTrue();

        feed.push(machine.now(), 1);

        assertThatThrownBy(() -> running.await(SOON)).hasMessageContaining("boom");
        assertThat(stopped.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(failure.get()).isNotNull();
        assertThat(feed.isClosed()).isTrue();
        assertThat(store.usage().objects()).isEqualTo(1);
        assertThat(running.status().phase()).isEqualTo(HostStatus.Phase.FAILED);
    }

    @Test
    void a_void_training_is_not_ready_until_it_has_succeeded_and_does_not_meet_its_own_ghost()
            throws InterruptedException {
        strategy.policy(RunPolicy.standard().within(Duration.ofMillis(20)).retrying(1, Duration.ofMillis(1)))
                .writes(() -> {
                    training.countDown();
                    hang();
                    throw new IllegalStateException("woken");
                });
        start(live());
        assertThat(training.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(next().outcome()).isInstanceOf(Outcome.OverLimit.class);
        assertThat(strategy.cell.state()).isEqualTo(ModelState.FAILED);
    }

    @Test
    void slices_that_come_again_are_dropped() throws InterruptedException {
        CountDownLatch third = new CountDownLatch(2);
        strategy.always().handles(slice -> third.countDown()).due();
        start(live());
        Instant time = machine.now();

        feed.push(time, 1);
        feed.push(time, 1);
        feed.push(time.minusSeconds(1), 1);
        feed.push(time.plusSeconds(1), 2);

        assertThat(third.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(strategy.handled).hasSize(2);
    }

    @Test
    void needs_a_feed_and_a_store() {
        assertThatThrownBy(() -> new Live(strategy).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("feed");
    }
}
