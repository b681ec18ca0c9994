package io.trainyard.training;

import io.trainyard.Tier;
import io.trainyard.schedule.LeakyBucket;
import java.time.Duration;
import java.time.Instant;

/**
 * How much training time a strategy may use. A run reserves its {@linkplain RunPolicy#limit limit} of it before it starts;
 * what it did not use comes back when it ends.
 *
 * @param capacity what the bucket holds, positive
 * @param leak what comes back in each interval, zero or positive
 * @param interval positive
 */
public record TrainingQuota(Duration capacity, Duration leak, Duration interval) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a duration is out of its range
     */
    public TrainingQuota {
        LeakyBucket.empty(capacity, leak, interval, Instant.EPOCH);
    }

    /** The quota of a tier. */
    public static TrainingQuota of(Tier tier) {
        return new TrainingQuota(
                Duration.ofMinutes(tier.capacityMinutes()),
                Duration.ofMinutes(tier.minutesPerDay()),
                Duration.ofDays(1));
    }

    /** The bucket of this quota, empty at {@code now}. */
    LeakyBucket bucket(Instant now) {
        return LeakyBucket.empty(capacity, leak, interval, now);
    }
}
