package io.trainyard.store;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a model to a stream. */
@FunctionalInterface
public interface StreamWriter {

    /** Writes it to {@code out}, which it need not close. */
    void write(OutputStream out) throws IOException;
}
