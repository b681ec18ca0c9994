package io.trainyard.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Folders whose entries are on the disk, not only in a cache of the operating system. */
final class Folders {

    private Folders() {}

    /** Creates what is missing of {@code folder}, durably. */
    static void create(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent == null || Files.isDirectory(folder)) {
            return;
        }
        create(parent);
        Files.createDirectories(folder);
        sync(parent);
    }

    /** Removes {@code folder}, and those that it leaves empty, up to and without {@code root}. */
    static void removeEmpty(Path root, Path folder) throws IOException {
        Path empty = folder;
        while (!empty.equals(root) && empty.startsWith(root)) {
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
    static void sync(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
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
