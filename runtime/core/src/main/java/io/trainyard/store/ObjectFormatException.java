package io.trainyard.store;

import org.jspecify.annotations.Nullable;

/** A value cannot be written in a format, or bytes cannot be read in it. */
public final class ObjectFormatException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String why;
    private final String fix;

    ObjectFormatException(String what, String why, String fix, @Nullable Throwable cause) {
        super(Explanation.of(what, why, fix, "the javadoc of io.trainyard.store.ObjectCodec"), cause);
        this.what = what;
        this.why = why;
        this.fix = fix;
    }

    /** The same, with the key that it is about. */
    public ObjectFormatException under(String key) {
        return new ObjectFormatException("\"" + key + "\": " + what, why, fix, this);
    }
}
