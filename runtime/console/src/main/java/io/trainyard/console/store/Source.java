package io.trainyard.console.store;

import io.trainyard.store.FileTree;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a command reads: a file, a folder, or {@code -}, the standard input. */
final class Source {

    private final String name;
    private final InputStream in;

    Source(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /**
     * The bytes of a value.
     *
     * @param content the bytes
     * @param codec that of a folder; null for a file, which may be anything
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Value(byte[] content, @Nullable String codec) {}

    /** All of it. */
    Value value(String more) {
        try {
            if (isStandardInput()) {
                return new Value(in.readAllBytes(), null);
            }
            Path path = Path.of(name);
            return Files.isDirectory(path)
                    ? new Value(FileTree.of(path).toBytes(), FileTree.CODEC)
                    : new Value(Files.readAllBytes(path), null);
        } catch (IOException e) {
            throw NewFile.failed(this + " cannot be read, and nothing was saved", e, more);
        }
    }

    /** Its bytes, one after the other. Whoever opens a file closes it. */
    InputStream stream() throws IOException {
        return isStandardInput() ? in : new FileInputStream(name);
    }

    /** Whether it can be there. */
    boolean isThere() {
        return isStandardInput() || Files.exists(Path.of(name));
    }

    private boolean isStandardInput() {
        return name.equals("-");
    }

    @Override
    public String toString() {
        return isStandardInput() ? "the standard input" : name;
    }
}
