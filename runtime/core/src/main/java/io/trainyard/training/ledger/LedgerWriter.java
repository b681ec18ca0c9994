package io.trainyard.training.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Writes the entries of a ledger for all threads, in one order: for those that wait, and for those that do not. */
final class LedgerWriter {

    private static final int LONGEST_END_MILLIS = 10_000;

    private final Path folder;
    private final InstantSource wall;
    private final ReentrantLock lock = new ReentrantLock();
    private final LedgerTail tail;
    private final GroupCommit commits;
    private @Nullable Thread thread;
    private boolean closed;

    LedgerWriter(Path folder, LedgerTail tail, InstantSource wall) {
        this.folder = folder;
        this.tail = tail;
        this.wall = wall;
        this.commits = new GroupCommit(lock, tail::flush);
    }

    LedgerEntry append(Instant market, RunEvent event) {
        lock.lock();
        try {
            makeReady();
            tail.state().check(event);
            return write(market, event);
        } finally {
            lock.unlock();
        }
    }

    OptionalLong claim(Instant market, String strategy, String training, Instant due) {
        lock.lock();
        try {
            makeReady();
            OptionalLong run = next(market, strategy, training, due);
            run.ifPresent(number -> write(market, new RunEvent.Due(strategy, number, training, due)));
            return run;
        } finally {
            lock.unlock();
        }
    }

    CompletableFuture<Void> appendLater(Instant market, List<? extends RunEvent> events) {
        lock.lock();
        try {
            makeWhole();
            events.forEach(tail.state()::check);
            CompletableFuture<Void> written = new CompletableFuture<>();
            writeLater(market, events, written);
            return written;
        } finally {
            lock.unlock();
        }
    }

    OptionalLong claimLater(Instant market, String strategy, String training, Instant due) {
        lock.lock();
        try {
            makeWhole();
            OptionalLong run = next(market, strategy, training, due);
            // whoever writes down what becomes of the run is told if this fails
            run.ifPresent(number -> writeLater(
                    market, List.of(new RunEvent.Due(strategy, number, training, due)), new CompletableFuture<>()));
            return run;
        } finally {
            lock.unlock();
        }
    }

    /** The number of a run for an occasion; empty if that was taken before. */
    private OptionalLong next(Instant market, String strategy, String training, Instant due) {
        LedgerState state = tail.state();
        return state.isClaimed(strategy, training, due, market)
                ? OptionalLong.empty()
                : OptionalLong.of(state.lastRun() + 1);
    }

    private LedgerEntry write(Instant market, RunEvent event) {
        LedgerEntry entry = new LedgerEntry(tail.state().sequence() + 1, market, wall.instant(), event);
        byte[] line = CheckedLine.seal(EventText.write(entry));
        tail.add(entry, line);
        try {
            commits.write(line);
        } catch (IOException e) {
            throw LedgerException.ofDisk("write to", folder, e);
        }
        return entry;
    }

    private void writeLater(Instant market, List<? extends RunEvent> events, CompletableFuture<Void> written) {
        startThread();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (RunEvent event : events) {
            LedgerEntry entry = new LedgerEntry(tail.state().sequence() + 1, market, wall.instant(), event);
            byte[] line = CheckedLine.seal(EventText.write(entry));
            tail.add(entry, line);
            lines.writeBytes(line);
        }
        commits.writeLater(lines.toByteArray(), failure -> {
            if (failure == null) {
                written.complete(null);
            } else {
                written.completeExceptionally(LedgerException.ofDisk("write to", folder, failure));
            }
        });
    }

    private void startThread() {
        if (thread == null) {
            thread = new Thread(this::writeForOthers, "trainyard-ledger");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void writeForOthers() {
        lock.lock();
        try {
            while (!closed) {
                commits.writeForOthers();
                if (!closed && !commits.isBroken() && commits.isIdle() && tail.isFull()) {
                    rotateWhileNobodyWaits();
                }
            }
            commits.answer();
        } finally {
            lock.unlock();
        }
    }

    private void rotateWhileNobodyWaits() {
        try {
            rotate();
        } catch (IOException e) {
            // the next call mends it, or says that it cannot
        }
    }

    /** Mends what a failed write left. */
    private void makeWhole() {
        if (closed) {
            throw new IllegalStateException("the ledger is closed");
        }
        if (commits.isBroken()) {
            try {
                tail.mend();
                commits.mended();
            } catch (IOException e) {
                throw LedgerException.ofDisk("write to", folder, e);
            }
        }
    }

    /** Mends what a failed write left, and begins a new segment where one is full. */
    private void makeReady() {
        try {
            while (true) {
                makeWhole();
                if (!tail.isFull()) {
                    return;
                }
                commits.drain();
                if (!closed && !commits.isBroken() && tail.isFull()) {
                    rotate();
                }
            }
        } catch (IOException e) {
            throw LedgerException.ofDisk("write to", folder, e);
        }
    }

    private void rotate() throws IOException {
        // until all is done nobody knows which file is the one to go on with
        commits.fail();
        tail.rotate();
        commits.mended();
    }

    Recovered recover() {
        lock.lock();
        try {
            makeReady();
            commits.drain();
            makeReady();
            return tail.recovered();
        } finally {
            lock.unlock();
        }
    }

    /** Brings to the disk what is on its way, so that whoever reads finds it. */
    void bringToDisk() {
        lock.lock();
        try {
            makeReady();
            commits.drain();
        } finally {
            lock.unlock();
        }
    }

    /** Brings to the disk what is on its way, and ends the thread; {@code last} is done by the first call alone. */
    void close(Runnable last) {
        Thread ends;
        lock.lock();
        try {
            ends = thread;
            if (!closed) {
                commits.drain();
                closed = true;
                commits.end();
                tail.close();
                last.run();
            }
        } finally {
            lock.unlock();
        }
        awaitEnd(ends);
    }

    private static void awaitEnd(@Nullable Thread ends) {
        if (ends != null && ends != Thread.currentThread()) {
            try {
                ends.join(LONGEST_END_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
