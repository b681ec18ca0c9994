package io.trainyard.feeds;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt to connect: the wait doubles with each failure up to a ceiling, and a random
 * half of it is left out, so that the clients of a server that comes back do not all knock at once.
 *
 * <p>A few lines of its own rather than a library: those wait themselves, on their own timers, and the feed waits for
 * messages and timeouts at the same time.
 */
final class Backoff {

    private final Duration first;
    private final Duration ceiling;
    private final RandomGenerator random;
    private int failures;

    Backoff(Duration first, Duration ceiling, RandomGenerator random) {
        this.first = first;
        this.ceiling = ceiling;
        this.random = random;
    }

    /** The wait after one more failure: between half and all of {@code first * 2^failures}, the ceiling at most. */
    Duration next() {
        long full = first.toNanos();
        for (int i = 0; i < failures && full < ceiling.toNanos(); i++) {
            full *= 2;
        }
        failures++;
        full = Math.min(full, ceiling.toNanos());
        return Duration.ofNanos((long) (full * (0.5 + random.nextDouble() / 2)));
    }

    /** Begins anew: the connection works. */
    void reset() {
        failures = 0;
    }
}
