package io.trainyard.samples.noflag;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Plan;
import io.trainyard.host.HostListener;
import io.trainyard.host.LiveRun;
import io.trainyard.host.Trainyard;
import io.trainyard.market.Bar;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.Slice;
import io.trainyard.market.data.BarSource;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.testkit.bars.Bars;
import io.trainyard.time.MarketClock;
import io.trainyard.training.StartedRun;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * On threads of this machine: a training is held between its two writes while bars come. The store has the band of an earlier run, at
 * 100; the one that is trained is at 200, so that half of one and half of the other is no band at all.
 */
@Timeout(60)
final class HalfModelTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final MarketClock clock = MarketClock.system(ZoneOffset.UTC);
    private final MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
    private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void no_handler_is_called_between_two_writes_of_a_training_that_writes_itself() throws Exception {
        trainAt(NoFlagByHand.class, 100);
        PushedFeed feed = new PushedFeed();
        try (LiveRun run = hold(NoFlagByHand.class, feed)) {
            NoFlagByHand strategy = run.component(NoFlagByHand_Component.class).strategy();
            held.await();
            assertThat(strategy.low).as("half a model").isGreaterThan(strategy.high);

            for (int bar = 1; bar <= 100; bar++) {
                feed.push(clock.now().plusSeconds(bar), 150);
                assertThat(next()).isEqualTo("watch");
            }
            release.countDown();
            assertThat(run.awaitReady(SOON)).isTrue();

            feed.push(clock.now().plusSeconds(200), 150);
            assertThat(next()).isEqualTo("trade");
            assertThat(strategy.low).isBetween(150.0, strategy.high);
        }
    }

    @Test
    void handlers_are_called_with_the_old_model_until_the_new_one_is_whole() throws Exception {
        trainAt(NoFlag.class, 100);
        PushedFeed feed = new PushedFeed();
        try (LiveRun run = hold(NoFlag.class, feed)) {
            NoFlag strategy = run.component(NoFlag_Component.class).strategy();
            held.await();
            Band old = strategy.band;
            assertThat(old.high()).isLessThan(150);

            for (int bar = 1; bar <= 100; bar++) {
                feed.push(clock.now().plusSeconds(bar), 150);
                assertThat(next()).isEqualTo("trade");
                assertThat(strategy.band).isSameAs(old);
            }
        }
    }

    private void trainAt(Class<?> strategy, double level) throws Exception {
        try (LiveRun run = Trainyard.live(strategy)
                .feed(new PushedFeed())
                .store(store)
                .past(closes(level))
                .start()) {
            assertThat(run.awaitReady(SOON)).isTrue();
        }
    }

    private LiveRun hold(Class<?> strategy, LiveFeed feed) {
        return Trainyard.live(strategy)
                .feed(feed)
                .store(store)
                .past(closes(200))
                .listener(new HostListener() {
                    @Override
                    public void progressed(StartedRun run, double fraction, String text) {
                        held.countDown();
                        try {
                            release.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }

                    @Override
                    public void handled(String handler, Duration took) {
                        handled.add(handler);
                    }
                })
                .start();
    }

    private String next() throws InterruptedException {
        return handled.poll(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private static BarSource closes(double level) {
        double[] closes = new double[40];
        Arrays.setAll(closes, day -> level + day % 3);
        return Bars.daily("AAPL").from("2024-01-02").closes(closes);
    }

    /** A feed that the test pushes to. */
    private static final class PushedFeed implements LiveFeed {

        private volatile Sink sink;

        @Override
        public void start(Sink to) {
            sink = to;
        }

        @Override
        public void close() {}

        void push(Instant end, double price) {
            long millis = end.toEpochMilli();
            sink.slice(Slice.of(new Bar("AAPL", millis - 1_000, millis, price, price, price, price, 1)));
        }
    }
}
