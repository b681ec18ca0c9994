package io.trainyard.market;

/** Market data is missing or cannot be read; the message says which, why, and what to do instead. */
public final class MarketDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what was wrong, why, and what to do instead. */
    public MarketDataException(String message) {
        super(message);
    }

    /** With what was wrong, why, and what to do instead, each on its line. */
    public MarketDataException(String what, String why, String fix) {
        super(what + ".\n    why:  " + why + "\n    fix:  " + fix);
    }

    /** With what was wrong, why, what to do instead, and what brought it up. */
    public MarketDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
