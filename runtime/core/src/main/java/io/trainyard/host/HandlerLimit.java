package io.trainyard.host;

import java.time.Duration;

/**
 * How long a handler may take live.
 *
 * @param atMost machine time, positive
 * @param stops whether the strategy is stopped when one takes longer; if not it is only reported
 */
public record HandlerLimit(Duration atMost, boolean stops) {

    /** What holds where nothing is said: a handler that takes 10 minutes is reported, and the strategy goes on. */
    public static final HandlerLimit STANDARD = new HandlerLimit(Duration.ofMinutes(10), false);

    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public HandlerLimit {
        if (atMost.isNegative() || atMost.isZero()) {
            throw new IllegalArgumentException("a handler may take some time, not " + atMost);
        }
    }
}
