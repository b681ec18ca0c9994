package io.trainyard.schedule.proof;

import io.trainyard.Tier;
import io.trainyard.schedule.LeakyBucket;
import io.trainyard.schedule.Words;
import java.time.Duration;
import java.time.Instant;

/**
 * How much training is afforded: the size of a {@linkplain LeakyBucket leaky bucket}.
 *
 * @param capacity how much it holds, positive
 * @param leak how much leaks out in each interval, zero or positive
 * @param interval positive
 */
public record Budget(Duration capacity, Duration leak, Duration interval) {

    /** Refuses what no bucket can be. */
    public Budget {
        LeakyBucket.empty(capacity, leak, interval, Instant.EPOCH);
    }

    /** What a tier affords. */
    public static Budget of(Tier tier) {
        return new Budget(
                Duration.ofMinutes(tier.capacityMinutes()),
                Duration.ofMinutes(tier.minutesPerDay()),
                Duration.ofDays(1));
    }

    /** The empty bucket at {@code now}. */
    public LeakyBucket bucket(Instant now) {
        return LeakyBucket.empty(capacity, leak, interval, now);
    }

    /** In plain words: {@code 30 minutes, of which 5 minutes come back every 24 hours}. */
    @Override
    public String toString() {
        String every = interval.equals(Duration.ofDays(1)) ? "24 hours" : Words.length(interval);
        return Words.length(capacity)
                + (leak.isZero()
                        ? ", of which nothing comes back"
                        : ", of which " + Words.length(leak) + " come back every " + every);
    }
}
