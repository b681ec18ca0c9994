package io.trainyard.schedule;

import io.trainyard.Tier;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * A leaky bucket of training time: pouring in raises the level, time lets it leak out evenly, and what would overflow is
 * refused. A value: every change returns a new bucket. Arithmetic is exact, in nanoseconds: reading the level as often
 * as one likes changes nothing, {@code bucket.at(a).at(b)} equals {@code bucket.at(b)}.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Leaky_bucket">Leaky bucket as a meter</a>
 */
public final class LeakyBucket {

    private final Duration capacity;
    private final Duration leak;
    private final Duration interval;
    /** The level in nanoseconds times the nanoseconds of the interval, at {@link #asOf}: leaks are whole numbers so. */
    private final BigInteger scaledLevel;

    private final Instant asOf;

    private LeakyBucket(Duration capacity, Duration leak, Duration interval, BigInteger scaledLevel, Instant asOf) {
        this.capacity = capacity;
        this.leak = leak;
        this.interval = interval;
        this.scaledLevel = scaledLevel;
        this.asOf = asOf;
    }

    /**
     * An empty bucket.
     *
     * @param capacity how much it holds, positive
     * @param leak how much leaks out in each interval, zero or positive
     * @param interval positive
     * @param now from when on time counts
     * @throws IllegalArgumentException if a duration is out of its range
     */
    public static LeakyBucket empty(Duration capacity, Duration leak, Duration interval, Instant now) {
        if (capacity.isNegative() || capacity.isZero()) {
            throw new IllegalArgumentException("capacity must be positive, not " + capacity);
        }
        if (leak.isNegative()) {
            throw new IllegalArgumentException("leak must not be negative, as " + leak + " is");
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("interval must be positive, not " + interval);
        }
        return new LeakyBucket(capacity, leak, interval, BigInteger.ZERO, now);
    }

    /** The empty bucket of a tier. */
    public static LeakyBucket of(Tier tier, Instant now) {
        return empty(
                Duration.ofMinutes(tier.capacityMinutes()),
                Duration.ofMinutes(tier.minutesPerDay()),
                Duration.ofDays(1),
                now);
    }

    /** How much the bucket holds. */
    public Duration capacity() {
        return capacity;
    }

    /** The level at {@code now}; an instant before the last change counts as that change's. Rounded up to the nanosecond. */
    public Duration level(Instant now) {
        BigInteger[] parts = scaledLevelAt(now).divideAndRemainder(nanos(interval));
        return duration(parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE));
    }

    /** What can be poured in at {@code now}; zero while the bucket is overdrawn. */
    public Duration room(Instant now) {
        Duration room = capacity.minus(level(now));
        return room.isNegative() ? Duration.ZERO : room;
    }

    /** The same bucket seen at {@code now}. */
    public LeakyBucket at(Instant now) {
        return now.isAfter(asOf) ? with(scaledLevelAt(now), now) : this;
    }

    /**
     * Pours {@code cost} in at {@code now}, all or nothing.
     *
     * @return {@link Verdict.Granted} with the new bucket, {@link Verdict.Deferred} with the first instant at which it
     *     fits, or {@link Verdict.Denied} where it never will
     * @throws IllegalArgumentException if the cost is negative
     */
    public Verdict pour(Duration cost, Instant now) {
        if (cost.isNegative()) {
            throw new IllegalArgumentException("a cost is not negative, as " + cost + " is");
        }
        if (cost.compareTo(capacity) > 0) {
            return new Verdict.Denied("it reserves " + cost + " and the whole bucket holds " + capacity);
        }
        BigInteger wanted = scaledLevelAt(now).add(scaled(cost));
        BigInteger overflow = wanted.subtract(scaled(capacity));
        if (overflow.signum() <= 0) {
            return new Verdict.Granted(with(wanted, later(now)));
        }
        if (leak.isZero()) {
            return new Verdict.Denied("the bucket is full and nothing leaks out of it");
        }
        BigInteger leakNanos = nanos(leak);
        BigInteger wait = overflow.add(leakNanos).subtract(BigInteger.ONE).divide(leakNanos);
        if (wait.compareTo(nanos(Duration.between(later(now), Instant.MAX))) > 0) {
            return new Verdict.Denied("it would fit only after the end of time");
        }
        return new Verdict.Deferred(later(now).plus(duration(wait)));
    }

    /**
     * Replaces what was reserved by what was used: gives the rest back, or charges what the run took beyond its
     * reservation, which may raise the level above the capacity. The level never falls below empty.
     *
     * @throws IllegalArgumentException if a duration is negative
     */
    public LeakyBucket settle(Duration reserved, Duration used, Instant now) {
        if (reserved.isNegative() || used.isNegative()) {
            throw new IllegalArgumentException("reserved and used are not negative: " + reserved + ", " + used);
        }
        BigInteger level = scaledLevelAt(now).add(scaled(used)).subtract(scaled(reserved));
        return with(level.max(BigInteger.ZERO), later(now));
    }

    private BigInteger scaledLevelAt(Instant now) {
        if (!now.isAfter(asOf)) {
            return scaledLevel;
        }
        BigInteger leaked = nanos(Duration.between(asOf, now)).multiply(nanos(leak));
        return scaledLevel.subtract(leaked).max(BigInteger.ZERO);
    }

    private Instant later(Instant now) {
        return now.isAfter(asOf) ? now : asOf;
    }

    private LeakyBucket with(BigInteger level, Instant now) {
        return new LeakyBucket(capacity, leak, interval, level, now);
    }

    private BigInteger scaled(Duration duration) {
        return nanos(duration).multiply(nanos(interval));
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000_000L))
                .add(BigInteger.valueOf(duration.getNano()));
    }

    private static Duration duration(BigInteger nanos) {
        BigInteger[] parts = nanos.divideAndRemainder(BigInteger.valueOf(1_000_000_000L));
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LeakyBucket that
                && capacity.equals(that.capacity)
                && leak.equals(that.leak)
                && interval.equals(that.interval)
                && scaledLevel.equals(that.scaledLevel)
                && asOf.equals(that.asOf);
    }

    @Override
    public int hashCode() {
        return scaledLevel.hashCode() * 31 + asOf.hashCode();
    }

    @Override
    public String toString() {
        return "LeakyBucket[" + level(asOf) + " of " + capacity + " at " + asOf + ", leaks " + leak + " per " + interval
                + "]";
    }

    /** What a bucket answers to a cost. */
    public sealed interface Verdict {

        /**
         * The cost fits and is poured in.
         *
         * @param bucket the bucket with the cost in it
         */
        record Granted(LeakyBucket bucket) implements Verdict {}

        /**
         * The cost does not fit now.
         *
         * @param until the first instant at which it fits if nothing else is poured in
         */
        record Deferred(Instant until) implements Verdict {}

        /**
         * The cost never fits.
         *
         * @param reason why, in words
         */
        record Denied(String reason) implements Verdict {}
    }
}
