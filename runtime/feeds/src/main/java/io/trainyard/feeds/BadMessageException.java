package io.trainyard.feeds;

/** A message of a server cannot be understood. */
public final class BadMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With what is wrong with the message. */
    public BadMessageException(String message) {
        super(message);
    }

    /** With what is wrong with the message, and what brought it up. */
    public BadMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
