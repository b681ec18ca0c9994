package io.trainyard.training.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger could not do what it was asked; the message says what, why, and what to do. */
public class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
