package io.trainyard.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.time.Alarms.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Alarms of this machine: waits here are for what rings, never for time to pass by itself. */
@Timeout(60)
final class SystemAlarmsTest {

    private static final Duration LATER = Duration.ofHours(1);

    private final MarketClock clock = MarketClock.system(ZoneOffset.UTC);
    private final BlockingQueue<String> rung = new ArrayBlockingQueue<>(100);
    private final SystemAlarms alarms = new SystemAlarms("alarms-of-a-test");

    @AfterEach
    void close() {
        alarms.close();
    }

    private String next() throws InterruptedException {
        return String.valueOf(rung.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void the_thread_starts_with_the_first_alarm_and_ends_when_closed() throws InterruptedException {
        assertThat(alarms.isRunning()).isFalse();
        alarms.after(Duration.ZERO, () -> rung.add(Thread.currentThread().getName()));

        assertThat(next()).isEqualTo("alarms-of-a-test");
        assertThat(alarms.isRunning()).isTrue();
        alarms.close();
        while (alarms.isRunning()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_is_past_rings_at_once_and_nothing_rings_before_its_time() throws InterruptedException {
        alarms.at(clock.now().minus(LATER), () -> rung.add("past"));
        assertThat(next()).isEqualTo("past");

        Instant at = clock.now().plusMillis(20);
        alarms.at(at, () -> rung.add(clock.now().isBefore(at) ? "early" : "in time"));
        assertThat(next()).isEqualTo("in time");

        Stopwatch stopwatch = Stopwatch.system();
        Duration from = stopwatch.elapsed();
        alarms.after(
                Duration.ofMillis(20),
                () -> rung.add(stopwatch.elapsed().minus(from).toMillis() < 20 ? "early" : "in time"));
        assertThat(next()).isEqualTo("in time");
    }

    @Test
    void alarms_ring_in_the_order_of_their_times_and_then_of_coming() throws InterruptedException {
        Instant base = clock.now().plusMillis(50);
        List.of(3, 1, 2).forEach(i -> alarms.at(base.plusMillis(i), () -> rung.add("at " + i)));
        IntStream.range(0, 3).forEach(i -> alarms.at(base, () -> rung.add("same " + i)));

        assertThat(List.of(next(), next(), next(), next(), next(), next()))
                .containsExactly("same 0", "same 1", "same 2", "at 1", "at 2", "at 3");
    }

    @Test
    void an_alarm_that_comes_first_is_not_kept_waiting_by_those_that_come_later() throws InterruptedException {
        alarms.at(clock.now().plus(LATER), () -> rung.add("later by the clock"));
        alarms.after(LATER, () -> rung.add("later by the machine"));
        alarms.after(Duration.ofMillis(1), () -> rung.add("now"));

        assertThat(next()).isEqualTo("now");
        assertThat(rung).isEmpty();
    }

    @Test
    void what_is_cancelled_does_not_ring() throws InterruptedException {
        Instant at = clock.now().plusMillis(50);
        Alarm cancelled = alarms.at(at, () -> rung.add("cancelled"));
        alarms.at(at, () -> rung.add("kept"));
        cancelled.cancel();
        cancelled.cancel();

        assertThat(next()).isEqualTo("kept");
        assertThat(rung).isEmpty();
    }

    @Test
    void an_alarm_that_fails_keeps_nobody_from_ringing() throws InterruptedException {
        alarms.after(Duration.ZERO, () -> {
            throw new IllegalStateException("boom");
        });
        alarms.after(Duration.ZERO, () -> {
            throw new AssertionError("boom");
        });
        alarms.after(Duration.ofMillis(1), () -> rung.add("next"));

        assertThat(next()).isEqualTo("next");
    }

    @Test
    void alarms_that_are_closed_never_ring() throws InterruptedException {
        alarms.after(Duration.ofMillis(20), () -> rung.add("closed"));
        alarms.close();
        alarms.after(Duration.ZERO, () -> rung.add("too late")).cancel();

        try (SystemAlarms others = new SystemAlarms("others")) {
            others.after(Duration.ofMillis(50), () -> rung.add("others"));
            assertThat(next()).isEqualTo("others");
        }
    }
}
