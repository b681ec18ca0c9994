package io.trainyard.training;

import java.time.Duration;

/**
 * How long a model may serve, counted on the market clock from when its training was complete.
 *
 * @param staleAfter after how long it is {@link ModelState#STALE}: it still serves, and a report says so
 * @param expiresAfter after how long it is {@link ModelState#EXPIRED}: handlers that need it are not called any more
 */
public record Freshness(Duration staleAfter, Duration expiresAfter) {

    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if a duration is not positive, or a model would expire before it is stale
     */
    public Freshness {
        if (staleAfter.isNegative() || staleAfter.isZero() || expiresAfter.compareTo(staleAfter) < 0) {
            throw new IllegalArgumentException("a model is stale after " + staleAfter + " and expires after "
                    + expiresAfter + ": both are above zero, and it expires when it is stale or later");
        }
    }

    /** A model that serves until a newer one takes its place. */
    public static Freshness unlimited() {
        return new Freshness(FOREVER, FOREVER);
    }

    /** A model that is stale after {@code age} and never expires. */
    public static Freshness stale(Duration age) {
        return new Freshness(age, FOREVER);
    }

    /** A model of this age; an age of exactly the limit is over it. */
    ModelState at(Duration age) {
        if (age.compareTo(expiresAfter) >= 0) {
            return ModelState.EXPIRED;
        }
        return age.compareTo(staleAfter) >= 0 ? ModelState.STALE : ModelState.READY;
    }

    /** Whether {@code age} is one that no clock here lives to see. */
    static boolean isNever(Duration age) {
        return age.compareTo(Duration.ofDays(400_000)) >= 0;
    }
}
