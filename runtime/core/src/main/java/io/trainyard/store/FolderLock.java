package io.trainyard.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One writer at a time in a store's folder, of all threads and all processes. A writer that is about to change files
 * says so in the lock file, and takes it back when it is done: who finds such a word knows that the writer died halfway.
 *
 * <p>Waiting and holding are not interruptible; an interrupt that arrives meanwhile is kept for later.
 */
final class FolderLock {

    // a file lock belongs to the whole JVM, and closing any channel of the file gives it up: only the one thread that
    // holds the lock of the JVM ever has the file open
    private static final ConcurrentMap<Path, ReentrantLock> WITHIN_THE_JVM = new ConcurrentHashMap<>();
    private static final int WORKING = 'w';
    private static final int IDLE = '-';

    private final Path file;
    private final Disk disk;
    private final ReentrantLock threads;

    /** A lock in {@code file}; different paths to one file must be resolved to the same path before. */
    FolderLock(Path file, Disk disk) {
        this.file = file;
        this.disk = disk;
        this.threads = WITHIN_THE_JVM.computeIfAbsent(file, path -> new ReentrantLock());
    }

    Hold acquire() throws IOException {
        threads.lock();
        boolean interrupted = Thread.interrupted();
        boolean held = false;
        try {
            while (true) {
                RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
                try {
                    Hold hold = new Hold(open, open.getChannel().lock(), interrupted);
                    held = true;
                    return hold;
                } catch (FileLockInterruptionException | ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                } catch (OverlappingFileLockException e) {
                    throw new IOException(
                            "another class loader of this JVM has Trainyard, too, and uses the folder", e);
                } finally {
                    if (!held) {
                        open.close();
                    }
                }
            }
        } finally {
            if (!held) {
                threads.unlock();
                restore(interrupted);
            }
        }
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The lock while it is held, by one thread. */
    final class Hold implements AutoCloseable {

        private final RandomAccessFile open;
        private final FileLock lock;
        private final boolean interrupted;
        private final boolean foundUnfinished;

        private Hold(RandomAccessFile open, FileLock lock, boolean interrupted) throws IOException {
            this.open = open;
            this.lock = lock;
            this.interrupted = interrupted;
            this.foundUnfinished = open.read() == WORKING;
        }

        /** Whether the writer before broke off halfway. */
        boolean foundUnfinished() {
            return foundUnfinished;
        }

        void begin() throws IOException {
            write(WORKING);
        }

        void finish() throws IOException {
            write(IDLE);
        }

        private void write(int state) throws IOException {
            disk.before("mark", file);
            open.seek(0);
            open.write(state);
        }

        @Override
        public void close() {
            try (open) {
                lock.release();
            } catch (IOException e) {
                // what was written stays written, and no system keeps the lock of a closed file
            } finally {
                threads.unlock();
                restore(interrupted);
            }
        }
    }
}
