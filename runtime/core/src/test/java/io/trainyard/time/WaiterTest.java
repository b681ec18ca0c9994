package io.trainyard.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaiterTest {

    @Test
    void a_wake_before_the_wait_is_not_lost() throws Exception {
        for (Waiter waiter : new Waiter[] {Waiter.system(), new ManualWaiter()}) {
            waiter.wake();
            waiter.awaitUntil(Waiter.NEVER);
        }
    }

    @Test
    void a_wake_ends_the_wait_of_another_thread() throws Exception {
        for (Waiter waiter : new Waiter[] {Waiter.system(), new ManualWaiter()}) {
            CompletableFuture<Void> waking = CompletableFuture.runAsync(waiter::wake);
            waiter.awaitUntil(Waiter.NEVER);
            waking.get();
        }
    }

    @Test
    void waits_until_its_time() throws Exception {
        Waiter waiter = Waiter.system();
        Duration until = waiter.elapsed().plusMillis(2);

        waiter.awaitUntil(until);

        assertThat(waiter.elapsed()).isGreaterThanOrEqualTo(until);
        waiter.awaitUntil(until);
    }

    @Test
    void an_interruption_ends_the_wait() {
        for (Waiter waiter : new Waiter[] {Waiter.system(), new ManualWaiter()}) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> waiter.awaitUntil(Waiter.NEVER)).isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void manual_time_moves_when_told() throws Exception {
        ManualWaiter waiter = new ManualWaiter();
        CompletableFuture<Duration> woke = CompletableFuture.supplyAsync(() -> {
            try {
                waiter.awaitUntil(Duration.ofHours(2));
                return waiter.elapsed();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(waiter.awaitWaiting(Duration.ofSeconds(20))).isEqualTo(Duration.ofHours(2));
        waiter.advance(Duration.ofHours(1));
        assertThat(waiter.awaitWaiting(Duration.ofSeconds(20))).isEqualTo(Duration.ofHours(2));
        waiter.advance(Duration.ofHours(1));

        assertThat(woke.get()).isEqualTo(Duration.ofHours(2));
        assertThatThrownBy(() -> waiter.awaitWaiting(Duration.ofMillis(1))).isInstanceOf(TimeoutException.class);
    }
}
