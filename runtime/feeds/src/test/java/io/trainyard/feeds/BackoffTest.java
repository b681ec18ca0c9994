package io.trainyard.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doubles_up_to_the_ceiling_and_leaves_out_half_at_most() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), new Random(7));
        for (int round = 0; round < 100; round++) {
            backoff.reset();
            for (long full : new long[] {1, 2, 4, 8, 16, 30, 30, 30}) {
                assertThat(backoff.next()).isBetween(Duration.ofMillis(full * 500), Duration.ofSeconds(full));
            }
        }
    }

    @Test
    void two_clients_do_not_knock_together() {
        assertThat(Stream.of(1, 2, 3, 4)
                        .map(seed -> new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(9), new Random(seed)).next())
                        .distinct())
                .hasSize(4);
    }

    @Test
    void does_not_overflow_after_years_of_failures() {
        Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofDays(1_000), new Random(7));
        for (int i = 0; i < 1_000; i++) {
            backoff.next();
        }
        assertThat(backoff.next()).isBetween(Duration.ofDays(500), Duration.ofDays(1_000));
    }
}
