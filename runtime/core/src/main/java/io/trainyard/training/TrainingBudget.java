package io.trainyard.training;

import io.trainyard.schedule.LeakyBucket;
import java.time.Duration;
import java.time.Instant;

/** The training time that a strategy has left, on the market clock. Used by the host's thread alone. */
public final class TrainingBudget {

    private final TrainingQuota quota;
    private LeakyBucket bucket;

    /** A budget of which nothing is used yet. */
    public TrainingBudget(TrainingQuota quota, Instant now) {
        this.quota = quota;
        this.bucket = quota.bucket(now);
    }

    /** What the budget is made of. */
    public TrainingQuota quota() {
        return quota;
    }

    /** How much of the bucket is in use at {@code now}. */
    public Duration level(Instant now) {
        return bucket.level(now);
    }

    /** Reserves what one run may take; what the bucket answers. */
    LeakyBucket.Verdict reserve(Duration limit, Instant now) {
        LeakyBucket.Verdict verdict = bucket.pour(limit, now);
        if (verdict instanceof LeakyBucket.Verdict.Granted granted) {
            bucket = granted.bucket();
        }
        return verdict;
    }

    /** Replaces what a run reserved by what it used. */
    void settle(Duration reserved, Duration used, Instant now) {
        bucket = bucket.settle(reserved, used, now);
    }
}
