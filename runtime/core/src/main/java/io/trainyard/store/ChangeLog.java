package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How the processes on one folder hear of each other's commits: a file to which each appends the keys that it changed.
 * Asking whether there is news costs a look at the file's size. The file is news, not truth: a process that starts reads
 * the folder, so nothing is lost with the file. It begins with an id of its own, so that a new file is told from an old
 * one that has grown.
 *
 * <p>Not thread-safe.
 */
final class ChangeLog {

    private static final String EVERYTHING = "*";
    private static final int ID_LENGTH = UUID.randomUUID().toString().length() + 1;

    private final Path file;
    private final Disk disk;
    private final long longest;
    private Stamp seen = Stamp.NONE;
    private String id = "";
    private long offset;

    /** A log that starts anew after {@code longest} bytes. */
    ChangeLog(Path file, Disk disk, long longest) {
        this.file = file;
        this.disk = disk;
        this.longest = longest;
    }

    /**
     * What changed.
     *
     * @param everything whether anything may have changed
     * @param keys if not, which keys did
     */
    record News(boolean everything, Set<String> keys) {
        static final News NONE = new News(false, Set.of());
        static final News ALL = new News(true, Set.of());

        boolean isNone() {
            return !everything && keys.isEmpty();
        }
    }

    private record Stamp(long size, FileTime modified) {
        static final Stamp NONE = new Stamp(-1, FileTime.fromMillis(0));

        static Stamp of(Path file) throws IOException {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(now.size(), now.lastModifiedTime());
            } catch (NoSuchFileException e) {
                return NONE;
            }
        }
    }

    /** What was appended since the last call, by others or by this process without {@link #append}. */
    News poll() throws IOException {
        Stamp now = Stamp.of(file);
        if (now.equals(seen)) {
            return News.NONE;
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            bytes = new byte[0];
            now = Stamp.NONE;
        }
        // a line that is still being written is left for the next time
        int end = endOfLastLine(bytes);
        String idNow = end < ID_LENGTH ? "" : new String(bytes, 0, ID_LENGTH, UTF_8);
        boolean goesOn = idNow.equals(id) && !id.isEmpty() && end >= offset;
        Set<String> keys = goesOn
                ? new TreeSet<>(Arrays.asList(new String(bytes, (int) offset, end - (int) offset, UTF_8).split("\n")))
                : Set.of();
        seen = now;
        id = idNow;
        offset = end;
        return !goesOn || keys.contains(EVERYTHING) ? News.ALL : new News(false, keys);
    }

    /** Tells the others; the caller holds the folder's lock, has polled under it, and knows of the change itself. */
    void append(List<ObjectKey> keys) throws IOException {
        StringBuilder lines = new StringBuilder();
        keys.forEach(key -> lines.append(key).append('\n'));
        write(lines.toString());
    }

    /** Tells the others that anything may have changed; the caller holds the folder's lock. */
    void appendEverything() throws IOException {
        write("\n" + EVERYTHING + "\n");
    }

    private void write(String lines) throws IOException {
        if (id.isEmpty() || offset > longest) {
            startAnew(lines);
        } else {
            disk.append(file, lines.getBytes(UTF_8));
        }
        seen = Stamp.of(file);
        offset = seen.size();
    }

    private void startAnew(String lines) throws IOException {
        String fresh = UUID.randomUUID() + "\n";
        disk.replace(file, (fresh + lines).getBytes(UTF_8));
        id = fresh;
    }

    private static int endOfLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
