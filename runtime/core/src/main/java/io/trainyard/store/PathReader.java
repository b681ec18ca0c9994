package io.trainyard.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a model from a file or a folder.
 *
 * @param <T> the model
 */
@FunctionalInterface
public interface PathReader<T> {

    /** Reads it from {@code path}, which is gone afterwards. */
    T read(Path path) throws IOException;
}
