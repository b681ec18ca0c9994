package io.trainyard.training.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sees to it that a ledger's folder is open once, over all threads and processes, as long as this is not closed. */
final class LedgerLock implements AutoCloseable {

    // closing any channel of a file gives up the lock that its JVM has on it: so within a JVM the file is opened once
    private static final Set<Path> WITHIN_THE_JVM = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final RandomAccessFile open;

    private LedgerLock(Path folder, RandomAccessFile open) {
        this.folder = folder;
        this.open = open;
    }

    /** Locks a folder, which exists and has its real path. */
    static LedgerLock take(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        if (!WITHIN_THE_JVM.add(folder)) {
            throw refusal(folder, "this process");
        }
        boolean taken = false;
        RandomAccessFile open = null;
        try {
            open = new RandomAccessFile(file.toFile(), "rw");
            if (tryLock(open) == null) {
                throw refusal(folder, "process " + Files.readString(file).strip());
            }
            open.setLength(0);
            open.write((ProcessHandle.current().pid() + "\n").getBytes(UTF_8));
            taken = true;
            return new LedgerLock(folder, open);
        } finally {
            if (!taken) {
                WITHIN_THE_JVM.remove(folder);
                if (open != null) {
                    open.close();
                }
            }
        }
    }

    private static @Nullable FileLock tryLock(RandomAccessFile open) throws IOException {
        try {
            return open.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            // another class loader of this JVM has these classes, too
            return null;
        }
    }

    private static LedgerException refusal(Path folder, String holder) {
        return new LedgerException(
                "asked: to open the ledger of runs in " + folder
                        + "\n    why:   " + holder
                        + " has it open, and two hosts on one ledger would train everything twice"
                        + "\n    fix:   stop that host, or give this one a folder of its own"
                        + "\n    more:  the documentation of io.trainyard.training.ledger.DiskLedger",
                null);
    }

    @Override
    public void close() {
        try {
            open.close();
        } catch (IOException e) {
            // no system keeps the lock of a closed file
        } finally {
            WITHIN_THE_JVM.remove(folder);
        }
    }
}
