package io.trainyard.training.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a ledger does to its files: apart, so that a test can let each step fail. */
interface Disk {

    /** The names of the files in a folder, in any order. */
    List<String> list(Path folder) throws IOException;

    /** All bytes of a file. */
    byte[] read(Path file) throws IOException;

    /** Writes a whole new file and brings it to the disk. */
    void write(Path file, byte[] content) throws IOException;

    /** Gives a file another name, in place of what had it, and brings that to the disk. */
    void rename(Path from, Path to) throws IOException;

    /** Brings the names in a folder to the disk. */
    void sync(Path folder) throws IOException;

    /** Removes a file. */
    void delete(Path file) throws IOException;

    /** Opens a file to append to it, cut off after {@code length} bytes; the cut is on the disk. */
    Appender open(Path file, long length) throws IOException;

    /** A file that grows. */
    interface Appender extends Closeable {
        /** Appends bytes and brings them to the disk. */
        void append(byte[] bytes) throws IOException;
    }
}
