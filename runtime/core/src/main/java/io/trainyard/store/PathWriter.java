package io.trainyard.store;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a model to a file or a folder that does not exist yet. */
@FunctionalInterface
public interface PathWriter {

    /** Writes it to {@code path}. */
    void write(Path path) throws IOException;
}
