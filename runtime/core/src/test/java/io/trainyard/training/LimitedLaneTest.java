package io.trainyard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One strategy's share of a lane, over a lane in the test's hand and over real threads. */
@Timeout(60)
final class LimitedLaneTest {

    private final HeldLane held = new HeldLane();
    private final List<String> ran = new ArrayList<>();

    private Runnable task(String name) {
        return () -> ran.add(name);
    }

    @Test
    void hands_on_so_many_at_once_and_the_next_in_order_when_one_has_ended() {
        LimitedLane lane = new LimitedLane(held, 2);
        lane.run(task("one"));
        lane.run(task("two"));
        lane.run(task("three"));
        lane.run(task("four"));

        assertThat(held.given).hasSize(2);
        held.runFirst();
        assertThat(held.given).hasSize(2);
        held.runFirst();
        held.runFirst();
        held.runFirst();
        assertThat(ran).containsExactly("one", "two", "three", "four");
        assertThat(held.given).isEmpty();
    }

    @Test
    void a_training_that_throws_makes_room_for_the_next() {
        LimitedLane lane = new LimitedLane(held, 1);
        lane.run(() -> {
            throw new IllegalStateException("boom");
        });
        lane.run(task("next"));

        assertThatThrownBy(held::runFirst).hasMessage("boom");
        held.runFirst();

        assertThat(ran).containsExactly("next");
    }

    @Test
    void a_training_that_waits_and_is_abandoned_is_never_handed_on() {
        LimitedLane lane = new LimitedLane(held, 1);
        Runnable waits = task("waits");
        lane.run(task("runs"));
        lane.run(waits);

        lane.abandon(waits);
        held.runFirst();

        assertThat(held.given).isEmpty();
        assertThat(held.abandoned).isEmpty();
        assertThat(ran).containsExactly("runs");
    }

    @Test
    void a_training_that_runs_and_is_abandoned_makes_room_once_also_when_it_ends_late() {
        LimitedLane lane = new LimitedLane(held, 1);
        Runnable stuck = task("stuck");
        lane.run(stuck);
        Runnable late = held.given.removeFirst();
        lane.run(task("second"));
        lane.run(task("third"));

        lane.abandon(stuck);
        lane.abandon(stuck);
        assertThat(held.abandoned).containsExactly(late);
        assertThat(held.given).hasSize(1);
        late.run();
        assertThat(held.given).hasSize(1);
        held.runFirst();
        held.runFirst();

        assertThat(ran).containsExactly("stuck", "second", "third");
    }

    @Test
    void no_more_than_its_share_ever_run_at_once_on_real_threads() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(1_000);
        try (Workers workers = new Workers("limited", 8, Thread.NORM_PRIORITY)) {
            LimitedLane lane = new LimitedLane(workers, 3);
            for (int i = 0; i < 1_000; i++) {
                lane.run(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    now.decrementAndGet();
                    all.countDown();
                });
            }
            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void one_strategy_that_trains_long_leaves_threads_to_the_others() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        BlockingQueue<String> done = new ArrayBlockingQueue<>(10);
        try (Workers workers = new Workers("limited", 2, Thread.NORM_PRIORITY)) {
            LimitedLane greedy = new LimitedLane(workers, 1);
            LimitedLane other = new LimitedLane(workers, 1);
            for (int i = 0; i < 5; i++) {
                greedy.run(() -> await(release));
            }
            other.run(() -> done.add("other"));

            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("other");
            release.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_share_of_nothing_is_refused() {
        assertThatThrownBy(() -> new LimitedLane(held, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static final class HeldLane implements Lane {
        private final Deque<Runnable> given = new ArrayDeque<>();
        private final List<Runnable> abandoned = new ArrayList<>();

        @Override
        public void run(Runnable training) {
            given.add(training);
        }

        @Override
        public void abandon(Runnable training) {
            abandoned.add(training);
        }

        void runFirst() {
            given.removeFirst().run();
        }
    }
}
