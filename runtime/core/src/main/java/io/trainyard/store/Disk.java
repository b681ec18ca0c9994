package io.trainyard.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * All that a store does to files. Tests put one in its place that fails at a step, or never comes back from it.
 *
 * <p>Files are written through streams, since an interrupt closes a channel: a cancelled training must not tear the save
 * that it had begun.
 */
class Disk {

    private static final int PIECE = 64 * 1024;

    /** Comes before each step. */
    void before(String step, Path path) throws IOException {}

    /** Creates what is missing of {@code folder}. */
    final void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            before("create folder", folder);
            Files.createDirectories(folder);
        }
    }

    /** Creates what is missing of {@code folder}, and has its names on the disk when it returns. */
    final void createDurably(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent == null || Files.isDirectory(folder)) {
            return;
        }
        createDurably(parent);
        createFolders(folder);
        sync(parent);
    }

    /** Creates an empty file, unless it is there. */
    final void createFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            before("create", file);
            Files.createFile(file);
        }
    }

    /** Writes an empty file in one step, and has its bytes on the disk when it returns. */
    final void write(Path file, byte[] bytes) throws IOException {
        before("open", file);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            before("write", file);
            out.write(bytes);
            before("sync", file);
            out.getFD().sync();
        }
    }

    /**
     * Writes an empty file, and has its bytes on the disk when it returns.
     *
     * @param content what comes last
     * @param at where that begins
     * @param start what comes before, {@code at} bytes, asked for when the content is written
     */
    final void write(Path file, byte[] content, int at, Supplier<byte[]> start) throws IOException {
        before("open", file);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            before("write", file);
            out.seek(at);
            // in pieces, for each of which the platform takes as much memory outside of the heap
            for (int done = 0; done < content.length; done += PIECE) {
                out.write(content, done, Math.min(PIECE, content.length - done));
            }
            before("write", file);
            byte[] bytes = start.get();
            out.seek(0);
            out.write(bytes);
            before("sync", file);
            out.getFD().sync();
        }
    }

    /** Writes to the end of a file that need not outlive a crash. */
    final void append(Path file, byte[] bytes) throws IOException {
        before("append", file);
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write(bytes);
        }
    }

    /** Replaces a file that need not outlive a crash. */
    final void replace(Path file, byte[] bytes) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        before("replace", file);
        try (FileOutputStream out = new FileOutputStream(next.toFile())) {
            out.write(bytes);
        }
        move(next, file);
    }

    final void move(Path from, Path to) throws IOException {
        before("move", to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes a file, if it is there. */
    final void delete(Path file) throws IOException {
        before("delete", file);
        Files.deleteIfExists(file);
    }

    /** Removes {@code folder}, and those that it leaves empty, up to and without {@code root}. */
    final void removeEmpty(Path root, Path folder) throws IOException {
        Path empty = folder;
        while (!empty.equals(root) && empty.startsWith(root)) {
            before("remove folder", empty);
            try {
                Files.delete(empty);
            } catch (DirectoryNotEmptyException e) {
                return;
            } catch (NoSuchFileException e) {
                // another one was faster
            }
            empty = empty.resolveSibling("");
        }
    }

    /** Brings the entries of a folder to the disk, where the system can: Windows does so by itself. */
    final void sync(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        before("sync folder", folder);
        boolean interrupted = false;
        try {
            while (true) {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                    return;
                } catch (ClosedByInterruptException e) {
                    // half a commit is worse than a late interrupt
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
