package io.trainyard.host;

import java.time.Instant;

/**
 * A strategy failed, which ends its run: its constructor or one of its handlers threw. The message says which and when,
 * the cause what it threw.
 */
public final class StrategyFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StrategyFailedException(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }

    /** The strategy, or what its constructor wants, could not be made. */
    static StrategyFailedException making(String strategy, Throwable cause) {
        return new StrategyFailedException(strategy + " could not be made", cause);
    }

    /** A handler threw at a market time. */
    static StrategyFailedException handling(String handler, Instant at, Throwable cause) {
        return new StrategyFailedException("handler " + handler + " failed at " + at, cause);
    }
}
