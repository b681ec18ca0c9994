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

    /**
     * In four lines; for subclasses and back ends.
     *
     * @param what did not happen
     * @param why it did not
     * @param fix what to do instead
     * @param more where to read on
     */
    public StoreException(String what, String why, String fix, String more, @Nullable Throwable cause) {
        super(Explanation.of(what, why, fix, more), cause);
    }
}
