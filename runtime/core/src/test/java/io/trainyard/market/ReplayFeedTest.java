package io.trainyard.market;

import static io.trainyard.Resolution.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.time.ManualClock;
import io.trainyard.time.ManualWaiter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReplayFeedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Tape TAPE = Tape.of(List.of(series("X", 1, 2, 5), series("Y", 2, 5)));

    private final ManualWaiter waiter = new ManualWaiter();
    private final RecordingSink sink = new RecordingSink();

    @Test
    void brings_the_whole_tape_as_fast_as_the_host_takes_it() throws Exception {
        try (LiveFeed feed = ReplayFeed.of(TAPE)) {
            feed.start(sink);

            sink.expect(time(1), time(2), time(5), "ended");
        }
    }

    @Test
    void waits_as_long_as_the_market_did_at_real_time() throws Exception {
        try (LiveFeed feed = ReplayFeed.of(TAPE).speed(ReplaySpeed.REAL_TIME).waiter(waiter)) {
            feed.start(sink);

            sink.expect(time(1));
            assertThat(waiter.awaitWaiting(PATIENCE)).isEqualTo(Duration.ofMinutes(1));
            waiter.advance(Duration.ofMinutes(1));
            sink.expect(time(2));
            assertThat(waiter.awaitWaiting(PATIENCE)).isEqualTo(Duration.ofMinutes(4));
            waiter.advance(Duration.ofMinutes(3));
            sink.expect(time(5), "ended");
        }
    }

    @Test
    void begins_at_an_instant_and_ends_at_one() throws Exception {
        try (LiveFeed feed = ReplayFeed.of(TAPE)
                .from(minute(1))
                .to(minute(4))
                .speed(ReplaySpeed.times(60))
                .waiter(waiter)) {
            feed.start(sink);

            assertThat(waiter.awaitWaiting(PATIENCE)).isEqualTo(Duration.ofSeconds(1));
            assertThat(sink.calls).isEmpty();
            waiter.advance(Duration.ofSeconds(1));
            sink.expect(time(2), "ended");
        }
    }

    @Test
    void changes_speed_and_pauses_where_it_stands() throws Exception {
        ReplayFeed feed = ReplayFeed.of(TAPE).speed(ReplaySpeed.REAL_TIME).waiter(waiter);
        try (feed) {
            feed.start(sink);
            sink.expect(time(1));
            waiter.awaitWaiting(PATIENCE);
            waiter.advance(Duration.ofSeconds(30));

            feed.speed(ReplaySpeed.times(10));
            assertThat(feed.position()).contains(minute(1).plusSeconds(30));
            assertThat(waiter.awaitWaiting(PATIENCE)).isEqualTo(Duration.ofSeconds(33));

            feed.pause();
            assertThat(waiter.awaitWaiting(PATIENCE)).isEqualTo(ManualWaiter.NEVER);
            waiter.advance(Duration.ofHours(1));
            waiter.awaitWaiting(PATIENCE);
            assertThat(feed.position()).contains(minute(1).plusSeconds(30));
            assertThat(sink.calls).isEmpty();

            feed.proceed();
            assertThat(waiter.awaitWaiting(PATIENCE))
                    .isEqualTo(Duration.ofHours(1).plusSeconds(33));
            feed.speed(ReplaySpeed.MAXIMUM);
            sink.expect(time(2), time(5), "ended");
        }
    }

    @Test
    void does_not_wait_for_a_slow_host() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        RecordingSink slow = new RecordingSink() {
            @Override
            public void slice(Slice slice) {
                super.slice(slice);
                taken.countDown();
                await(release, this);
            }
        };
        try (LiveFeed feed = ReplayFeed.of(TAPE).speed(ReplaySpeed.REAL_TIME).waiter(waiter)) {
            feed.start(slow);
            taken.await();
            waiter.advance(Duration.ofMinutes(9));
            release.countDown();

            slow.expect(time(1), time(2), time(5), "ended");
        }
    }

    @Test
    void a_sink_that_moves_the_clock_sees_at_every_speed_what_a_backtest_sees() throws Exception {
        List<String> seen = new ArrayList<>();
        ManualClock clock = new ManualClock(Instant.EPOCH, ZoneOffset.UTC);
        History history = TAPE.history(clock);
        RecordingSink host = new RecordingSink() {
            @Override
            public void slice(Slice slice) {
                clock.moveToMillis(slice.timeMillis());
                seen.add(history.bars("X", 9).size() + " bars known at " + clock.now());
            }
        };
        try (LiveFeed feed = ReplayFeed.of(TAPE)) {
            feed.start(host);
            host.expect("ended");
        }

        assertThat(seen)
                .containsExactly(
                        "1 bars known at " + time(1), "2 bars known at " + time(2), "3 bars known at " + time(5));
    }

    @Test
    void closes_while_it_is_paused_and_calls_no_more() throws Exception {
        ReplayFeed feed = ReplayFeed.of(TAPE).pause().waiter(waiter);
        feed.start(sink);
        waiter.awaitWaiting(PATIENCE);

        feed.close();
        feed.close();
        feed.proceed();

        assertThat(sink.calls).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("trainyard-replay");
    }

    @Test
    void closes_while_the_host_blocks_by_interrupting_it() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        RecordingSink blocked = new RecordingSink() {
            @Override
            public void slice(Slice slice) {
                super.slice(slice);
                taken.countDown();
                await(new CountDownLatch(1), this);
            }
        };
        LiveFeed feed = ReplayFeed.of(TAPE);
        feed.start(blocked);
        taken.await();

        feed.close();

        assertThat(blocked.calls).containsExactly(time(1), "gave up");
    }

    @Test
    void can_be_closed_by_its_sink_which_is_not_called_again() throws Exception {
        ReplayFeed feed = ReplayFeed.of(TAPE);
        CountDownLatch closed = new CountDownLatch(1);
        RecordingSink once = new RecordingSink() {
            @Override
            public void slice(Slice slice) {
                super.slice(slice);
                feed.close();
                closed.countDown();
            }
        };
        feed.start(once);
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        feed.close();

        assertThat(once.calls).containsExactly(time(1));
    }

    @Test
    void starts_once() {
        LiveFeed feed = ReplayFeed.of(TAPE).pause();
        feed.start(sink);
        assertThatThrownBy(() -> feed.start(sink)).isInstanceOf(IllegalStateException.class);
        feed.close();
        assertThatThrownBy(() -> feed.start(sink)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_empty_stretch_of_the_tape_ends_at_once() throws Exception {
        try (LiveFeed feed = ReplayFeed.of(TAPE).from(minute(5))) {
            feed.start(sink);

            sink.expect("ended");
        }
    }

    private static void await(CountDownLatch latch, RecordingSink sink) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            sink.calls.add("gave up");
            Thread.currentThread().interrupt();
        }
    }

    private static BarSeries series(String symbol, int... minutes) {
        BarSeries.Builder builder = BarSeries.of(symbol, MINUTE);
        for (int end : minutes) {
            builder.add((end - 1) * 60_000L, end * 60_000L, 1, 1, 1, 1, 1);
        }
        return builder.build();
    }

    private static Instant minute(int minute) {
        return Instant.ofEpochSecond(minute * 60L);
    }

    private static String time(int minute) {
        return minute(minute).toString();
    }
}
