package io.trainyard.host;

import java.time.Instant;

/** A handler of a strategy failed, which ends its run; the message says which and when, the cause what it threw. */
public final class StrategyFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StrategyFailedException(String handler, Instant at, Throwable cause) {
        super("handler " + handler + " failed at " + at + ": " + cause, cause);
    }
}
