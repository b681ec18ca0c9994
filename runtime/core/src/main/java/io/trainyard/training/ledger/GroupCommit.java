package io.trainyard.training.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lines of several threads in one write. The first thread that finds nobody writing writes what is there; those that come
 * meanwhile gather for the next write. All methods are called with the lock held, once; while they wait they let go of it.
 *
 * <p>When a write fails, it fails for all that wait, also for those of the next one: their lines were meant to follow.
 */
final class GroupCommit {

    private final ReentrantLock lock;
    private final Condition settled;
    private final Sink sink;
    private Batch gathering = new Batch();
    private boolean writing;
    private boolean broken;

    /** Where the lines go. */
    interface Sink {
        /** Brings lines to the disk; called without the lock, by one thread at a time. */
        void write(byte[] lines) throws IOException;
    }

    private static final class Batch {
        private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
        private boolean done;
        private @Nullable Throwable failure;

        void end(@Nullable Throwable with) {
            done = true;
            failure = with;
        }
    }

    GroupCommit(ReentrantLock lock, Sink sink) {
        this.lock = lock;
        this.settled = lock.newCondition();
        this.sink = sink;
    }

    /** Whether a write failed and nobody mended what it left. */
    boolean isBroken() {
        return broken;
    }

    /** What was half written is cut off again. */
    void mended() {
        broken = false;
    }

    /** The caller could not do what it wanted with the files, and nobody may write before that is mended. */
    void fail() {
        broken = true;
    }

    /** Brings a line to the disk. Not interruptible: half a write is worse than a late interrupt. */
    void write(byte[] line) throws IOException {
        Batch mine = gathering;
        mine.lines.writeBytes(line);
        while (!mine.done) {
            if (writing) {
                settled.awaitUninterruptibly();
            } else {
                writeGathered();
            }
        }
        Throwable failure = mine.failure;
        if (failure != null) {
            throw failure instanceof IOException
                    ? new IOException(failure.getMessage(), failure)
                    : new IOException(failure);
        }
    }

    /** Returns when no line is on its way, and nobody came between. */
    void drain() {
        while (writing || gathering.lines.size() > 0) {
            if (writing) {
                settled.awaitUninterruptibly();
            } else {
                writeGathered();
            }
        }
    }

    private void writeGathered() {
        Batch batch = gathering;
        gathering = new Batch();
        writing = true;
        Throwable failure = null;
        lock.unlock();
        try {
            sink.write(batch.lines.toByteArray());
        } catch (IOException | RuntimeException | Error e) {
            // whatever it was, nobody knows what is on the disk now
            failure = e;
        } finally {
            lock.lock();
            writing = false;
            batch.end(failure);
            if (failure != null) {
                broken = true;
                gathering.end(failure);
                gathering = new Batch();
            }
            settled.signalAll();
        }
    }
}
