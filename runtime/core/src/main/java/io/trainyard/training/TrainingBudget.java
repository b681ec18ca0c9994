package io.trainyard.training;

import io.trainyard.schedule.LeakyBucket;
import io.trainyard.schedule.LeakyBucket.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The training time that a strategy, or several together, have left, on the market clock. What a run is charged is at most
 * what it reserved, so that the level never exceeds the capacity. Thread-safe.
 */
public final class TrainingBudget {

    private static final int REMEMBERED = 1_000;

    private final TrainingQuota quota;
    private final Deque<Change> history = new ArrayDeque<>();
    /** A value: whoever asks does not wait for who writes a change down. */
    private volatile LeakyBucket bucket;

    /** A budget of which nothing is used yet. */
    public TrainingBudget(TrainingQuota quota, Instant now) {
        this.quota = quota;
        this.bucket = quota.bucket(now);
    }

    /**
     * A budget of which {@code used} is in use: that of an earlier process.
     *
     * @throws IllegalArgumentException if {@code used} is negative
     */
    public TrainingBudget(TrainingQuota quota, Instant now, Duration used) {
        this.quota = quota;
        this.bucket = quota.bucket(now).settle(Duration.ZERO, used, now);
    }

    /** What the budget is made of. */
    public TrainingQuota quota() {
        return quota;
    }

    /** How much of the bucket is in use at {@code now}, reservations of runs that have not ended included. */
    public Duration level(Instant now) {
        return bucket.level(now);
    }

    /** How much of the bucket is free at {@code now}. */
    public Duration room(Instant now) {
        return bucket.room(now);
    }

    /** The first instant, {@code now} or later, at which a run of this limit fits if no other is run; empty if it never does. */
    public Optional<Instant> forecast(Duration limit, Instant now) {
        Verdict verdict = bucket.pour(limit, now);
        if (verdict instanceof Verdict.Deferred deferred) {
            return Optional.of(deferred.until());
        }
        return verdict instanceof Verdict.Granted ? Optional.of(now) : Optional.empty();
    }

    /** The last 1,000 changes, oldest first. */
    public synchronized List<Change> history() {
        return List.copyOf(history);
    }

    /** Reserves what one run may take; what the bucket answers. */
    synchronized Verdict reserve(Duration limit, Instant now) {
        Verdict verdict = bucket.pour(limit, now);
        if (verdict instanceof Verdict.Granted granted) {
            bucket = granted.bucket();
            remember(now, Change.Kind.RESERVED, limit);
        } else {
            remember(now, Change.Kind.REFUSED, limit);
        }
        return verdict;
    }

    /** Reserves as much as there is room for, up to {@code limit}; zero, and nothing reserved, if it is less than {@code least}. */
    synchronized Duration reserveUpTo(Duration limit, Duration least, Instant now) {
        Duration room = bucket.room(now);
        Duration wanted = room.compareTo(limit) < 0 ? room : limit;
        if (wanted.isZero() || wanted.compareTo(least) < 0) {
            remember(now, Change.Kind.REFUSED, limit);
            return Duration.ZERO;
        }
        return reserve(wanted, now) instanceof Verdict.Granted ? wanted : Duration.ZERO;
    }

    /** Replaces what a run reserved by what it used, at most all of it. */
    synchronized void settle(Duration reserved, Duration used, Instant now) {
        Duration charged = used.compareTo(reserved) > 0 ? reserved : used;
        bucket = bucket.settle(reserved, charged, now);
        remember(now, Change.Kind.CHARGED, charged);
    }

    /**
     * Takes from the budget what somebody else has used of it: training time outside this process, or a harness that tries
     * what becomes of a strategy without a budget.
     *
     * @param used at most what there is room for
     * @throws IllegalArgumentException if it is negative, or there is less room
     */
    public synchronized void use(Duration used, Instant now) {
        if (used.isNegative() || used.compareTo(bucket.room(now)) > 0) {
            throw new IllegalArgumentException(
                    used + " cannot be used of a budget that has room for " + bucket.room(now));
        }
        bucket = bucket.settle(Duration.ZERO, used, now);
        remember(now, Change.Kind.CHARGED, used);
    }

    private void remember(Instant now, Change.Kind kind, Duration amount) {
        if (history.size() == REMEMBERED) {
            history.removeFirst();
        }
        history.add(new Change(now, kind, amount, bucket.level(now)));
    }

    /**
     * Something that happened to a budget.
     *
     * @param at market time
     * @param kind what
     * @param amount how much of it
     * @param level how much is in use after it
     */
    public record Change(Instant at, Kind kind, Duration amount, Duration level) {

        /** What can happen to a budget. */
        public enum Kind {
            /** A run reserved its limit. */
            RESERVED,
            /** A run ended and was charged, the rest of what it reserved came back. */
            CHARGED,
            /** A run was not afforded. */
            REFUSED
        }
    }
}
