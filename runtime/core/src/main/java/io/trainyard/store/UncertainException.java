package io.trainyard.store;

import java.io.IOException;

/** The disk failed, and failed again when the first half was to be taken back: only a look at the files tells. */
final class UncertainException extends IOException {

    private static final long serialVersionUID = 1L;

    UncertainException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
