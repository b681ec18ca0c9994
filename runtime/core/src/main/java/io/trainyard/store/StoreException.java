package io.trainyard.store;

import org.jspecify.annotations.Nullable;

/** The store could not do what it was asked; the message says what, why, and what to do. Nothing was changed. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For subclasses and back ends. */
    public StoreException(String message) {
        super(message);
    }

    /** For subclasses and back ends. */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
