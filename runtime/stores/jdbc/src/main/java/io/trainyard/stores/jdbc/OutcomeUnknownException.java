package io.trainyard.stores.jdbc;

import io.trainyard.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * The connection broke while a transaction was being committed, and the database could not be asked what became of it.
 * What was asked for has happened whole, or not at all; nobody here can say which.
 */
public final class OutcomeUnknownException extends StoreException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(String what, @Nullable Throwable cause) {
        super(
                "it is not known whether this is so: " + what,
                "the connection broke while the change was committed, and the database did not come back",
                "look at the versions of the key once the database is there, before you save again",
                "the javadoc of io.trainyard.stores.jdbc.JdbcStore",
                cause);
    }
}
