package io.trainyard.training;

import io.trainyard.Tier;
import io.trainyard.schedule.LeakyBucket;
import java.time.Duration;
import java.time.Instant;

/**
 * How much training time a strategy may use.
 *
 * @param capacity what the bucket holds, positive
 * @param leak what comes back in each interval, zero or positive
 * @param interval positive
 * @param reservation what a run reserves before it starts; what it did not use comes back when it ends
 */
public record TrainingQuota(Duration capacity, Duration leak, Duration interval, Duration reservation) {

    /** What a run reserves where nothing else is said, 10 minutes: QuantConnect's standard limit. */
    public static final Duration STANDARD_RESERVATION = Duration.ofMinutes(10);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a duration is out of its range, or a run reserves more than the bucket holds
     */
    public TrainingQuota {
        LeakyBucket checked = LeakyBucket.empty(capacity, leak, interval, Instant.EPOCH);
        if (reservation.isNegative() || reservation.compareTo(checked.capacity()) > 0) {
            throw new IllegalArgumentException("a run reserves " + reservation + " of a bucket that holds " + capacity
                    + ": reserve between nothing and all of it");
        }
    }

    /** The quota of a tier, each run reserving {@link #STANDARD_RESERVATION}. */
    public static TrainingQuota of(Tier tier) {
        return new TrainingQuota(
                Duration.ofMinutes(tier.capacityMinutes()),
                Duration.ofMinutes(tier.minutesPerDay()),
                Duration.ofDays(1),
                STANDARD_RESERVATION);
    }

    /** The bucket of this quota, empty at {@code now}. */
    LeakyBucket bucket(Instant now) {
        return LeakyBucket.empty(capacity, leak, interval, now);
    }
}
