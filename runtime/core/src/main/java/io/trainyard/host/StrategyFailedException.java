package io.trainyard.host;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

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

    /** Something else failed at a market time. */
    static StrategyFailedException running(String strategy, Instant at, Throwable cause) {
        return new StrategyFailedException(strategy + " failed at " + at, cause);
    }

    /** A handler did not return. */
    static StrategyFailedException hanging(String handler, Duration since) {
        return new StrategyFailedException(
                "handler " + handler + " was given up", new TimeoutException("it had not returned after " + since));
    }
}
