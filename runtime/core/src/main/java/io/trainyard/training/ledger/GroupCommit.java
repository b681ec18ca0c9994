package io.trainyard.training.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lines of several threads in one write. The first thread that finds nobody writing writes what is there; those that come
 * meanwhile gather for the next write. Who does not wait leaves the write to a thread that does nothing else, {@link
 * #writeForOthers}. All methods are called with the lock held, once; while they wait they let go of it.
 *
 * <p>When a write fails, it fails for all that wait, also for those of the next one: their lines were meant to follow.
 */
final class GroupCommit {

    private final ReentrantLock lock;
    private final Condition settled;
    private final Condition work;
    private final Sink sink;
    private final List<Runnable> answers = new ArrayList<>();
    private Batch gathering = new Batch();
    private boolean writing;
    private boolean broken;
    private boolean ended;

    /** Where the lines go. */
    interface Sink {
        /** Brings lines to the disk; called without the lock, by one thread at a time. */
        void write(byte[] lines) throws IOException;
    }

    private static final class Batch {
        private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
        private final List<Consumer<@Nullable Throwable>> waiting = new ArrayList<>();
        private boolean done;
        private @Nullable Throwable failure;
    }

    GroupCommit(ReentrantLock lock, Sink sink) {
        this.lock = lock;
        this.settled = lock.newCondition();
        this.work = lock.newCondition();
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

    /** Leaves lines to the thread that writes for others; {@code answer} gets null, or what went wrong, without the lock. */
    void writeLater(byte[] lines, Consumer<@Nullable Throwable> answer) {
        gathering.lines.writeBytes(lines);
        gathering.waiting.add(answer);
        work.signal();
    }

    /** Returns when no line is on its way, and nobody came between. */
    void drain() {
        while (!isIdle()) {
            if (writing) {
                settled.awaitUninterruptibly();
            } else {
                writeGathered();
            }
        }
    }

    /** Whether no line is on its way. */
    boolean isIdle() {
        return !writing && gathering.lines.size() == 0;
    }

    /** Waits for lines of those that do not wait, writes them, and answers; returns soon after {@link #end}. */
    void writeForOthers() {
        while (gathering.waiting.isEmpty() && answers.isEmpty() && !ended) {
            work.awaitUninterruptibly();
        }
        while (writing) {
            settled.awaitUninterruptibly();
        }
        if (!gathering.waiting.isEmpty()) {
            writeGathered();
        }
        answer();
    }

    /** No more lines will come. */
    void end() {
        ended = true;
        work.signalAll();
    }

    /** Tells those that did not wait what became of their lines. */
    void answer() {
        while (!answers.isEmpty()) {
            List<Runnable> now = List.copyOf(answers);
            answers.clear();
            lock.unlock();
            try {
                now.forEach(Runnable::run);
            } finally {
                lock.lock();
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
            end(batch, failure);
            if (failure != null) {
                broken = true;
                end(gathering, failure);
                gathering = new Batch();
            }
            settled.signalAll();
        }
    }

    private void end(Batch batch, @Nullable Throwable failure) {
        batch.done = true;
        batch.failure = failure;
        batch.waiting.forEach(waiting -> answers.add(() -> waiting.accept(failure)));
        if (!batch.waiting.isEmpty()) {
            work.signal();
        }
    }
}
