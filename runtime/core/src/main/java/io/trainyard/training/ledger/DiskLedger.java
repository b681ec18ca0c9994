package io.trainyard.training.ledger;

import io.trainyard.training.ledger.SegmentReader.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in a folder, which outlives its process and the machine's power. An entry is on the disk when {@link #append}
 * returns; threads that append at the same time share a write.
 *
 * <p>The folder holds text files, {@code 0000000000000001.runs} and so on, named after their first entry; {@code lock}, which
 * the process that writes holds; and, after a {@link #repair}, {@code .damaged} copies of what was repaired. A file reads:
 *
 * <pre>
 * trainyard-ledger 1 after=16 lastrun=4 state=2 #d1b54a32          format, last entry and run before, lines of state
 * state strategy strategy=SundayTrend fingerprint=... #0f6c1d2e      what was known then: one line for each strategy, training,
 * state training strategy=SundayTrend training=fit ... #9a31b7c4     model, open run and budget
 * 17 2024-01-07T13:00:00Z 2024-01-07T13:00:00.004Z due strategy=SundayTrend run=5 training=fit due=2024-01-07T13:00:00Z #5be0cd19
 * |  |                    |                        |                                                                     |
 * |  market time          wall time                kind of event and its fields                CRC32C of the line before " #"
 * sequence number
 * </pre>
 *
 * <p>UTF-8; times in UTC; durations as ISO 8601 writes them; spaces, line ends and percent signs within a field as {@code %20}.
 * A later version may add fields, which this one ignores, and counts up the format where it changes what is there.
 *
 * <p>A crash can leave a last line that is torn: it is cut off when the ledger is opened, and {@link Recovered#notes} says so;
 * nobody had been told that it was written. Anything else that does not match its checksum, or is missing between two
 * sequence numbers, is a {@link DamagedLedgerException}, which says what is lost. Cutting the last file at the end of a line is
 * the one thing that nobody can see.
 *
 * <p>If a write fails, since the disk is full for instance, the entry is not in the ledger, and the next call first cuts off
 * what the failed one left, and tries. Should the process die before, the entry may be there after all: as one that was
 * about to happen when the process died.
 */
public final class DiskLedger implements RunLedger {

    private final Path folder;
    private final SegmentFolder segments;
    private final InstantSource wall;
    private final Retention retention;
    private final LedgerLock folderLock;
    private final ReentrantLock lock = new ReentrantLock();
    private final GroupCommit commits = new GroupCommit(lock, this::flush);
    private List<String> notes = List.of();

    /** What was appended, on the disk or on its way there. */
    private LedgerState state = new LedgerState();

    /** Null while a failure is not mended. */
    private Disk.@Nullable Appender segment;

    private String segmentName = "";

    /** How many bytes of the segment are on the disk and hold good. */
    private long durable;

    /** The same with what is on its way. */
    private long size;

    private long rotateAt;
    private boolean closed;

    private DiskLedger(Path folder, Disk disk, InstantSource wall, Retention retention, LedgerLock folderLock) {
        this.folder = folder;
        this.segments = new SegmentFolder(folder, disk);
        this.wall = wall;
        this.retention = retention;
        this.folderLock = folderLock;
    }

    /**
     * Opens the ledger in a folder, or begins one, with {@link Retention#standard}.
     *
     * @param wall the machine's time, for people who read the files
     * @throws DamagedLedgerException if the file that is needed is damaged
     * @throws LedgerException if the ledger is open already, here or in another process, or cannot be read or written
     */
    public static DiskLedger open(Path folder, InstantSource wall) {
        return open(folder, wall, Retention.standard());
    }

    /** As {@link #open(Path, InstantSource)}, keeping entries as long as {@code retention} says. */
    public static DiskLedger open(Path folder, InstantSource wall, Retention retention) {
        return open(folder, wall, retention, new LocalDisk());
    }

    static DiskLedger open(Path folder, InstantSource wall, Retention retention, Disk disk) {
        LedgerLock held = null;
        try {
            Path made = Files.createDirectories(folder).toRealPath();
            Path parent = made.getParent();
            if (parent != null) {
                disk.sync(parent);
            }
            held = LedgerLock.take(made);
            DiskLedger ledger = new DiskLedger(made, disk, wall, retention, held);
            ledger.start();
            held = null;
            return ledger;
        } catch (IOException e) {
            throw LedgerException.ofDisk("open", folder, e);
        } finally {
            if (held != null) {
                held.close();
            }
        }
    }

    private void start() throws IOException {
        segments.sweep();
        String newest = SegmentFolder.last(segments.names());
        if (newest == null) {
            newest = segments.begin(new LedgerState());
        }
        Segment read = segments.read(newest, entry -> {}, lost -> {});
        segments.refuseDamage(newest, read);
        notes = read.notes();
        goOn(newest, read);
    }

    /** Goes on with a segment that was read and is whole. */
    private void goOn(String name, Segment read) throws IOException {
        // its name may have been given by a process, or a call, that did not come to this
        segments.sync();
        segment = segments.append(name, read);
        segmentName = name;
        state = Objects.requireNonNull(read.state());
        durable = read.length() + (read.lineEndMissing() ? 1L : 0L);
        rotateAt = read.entriesStart() + retention.segmentBytes();
        size = durable;
    }

    @Override
    public LedgerEntry append(Instant market, RunEvent event) {
        lock.lock();
        try {
            makeReady();
            state.check(event);
            return write(market, event);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public OptionalLong claim(Instant market, String strategy, String training, Instant due) {
        lock.lock();
        try {
            makeReady();
            if (state.isClaimed(strategy, training, due, market)) {
                return OptionalLong.empty();
            }
            long run = state.lastRun() + 1;
            write(market, new RunEvent.Due(strategy, run, training, due));
            return OptionalLong.of(run);
        } finally {
            lock.unlock();
        }
    }

    private LedgerEntry write(Instant market, RunEvent event) {
        LedgerEntry entry = new LedgerEntry(state.sequence() + 1, market, wall.instant(), event);
        byte[] line = CheckedLine.seal(EventText.write(entry));
        state.apply(entry);
        size += line.length;
        try {
            commits.write(line);
        } catch (IOException e) {
            throw LedgerException.ofDisk("write to", folder, e);
        }
        return entry;
    }

    /** Brings lines to the disk; called by one thread at a time, without the lock. */
    private void flush(byte[] lines) throws IOException {
        Objects.requireNonNull(segment).append(lines);
        durable += lines.length;
    }

    /** Mends what a failed write left, and begins a new segment where one is full. */
    private void makeReady() {
        try {
            while (true) {
                if (closed) {
                    throw new IllegalStateException("the ledger is closed");
                }
                if (commits.isBroken()) {
                    mend();
                }
                if (size < rotateAt) {
                    return;
                }
                commits.drain();
                if (!closed && !commits.isBroken() && size >= rotateAt) {
                    rotate();
                }
            }
        } catch (IOException e) {
            throw LedgerException.ofDisk("write to", folder, e);
        }
    }

    /** Goes back to what is on the disk for certain; nobody is writing. */
    private void mend() throws IOException {
        closeSegment();
        segments.sweep();
        String newest = Objects.requireNonNull(SegmentFolder.last(segments.names()));
        if (newest.equals(segmentName)) {
            segments.cut(newest, durable);
        }
        Segment read = segments.read(newest, entry -> {}, lost -> {});
        segments.refuseDamage(newest, read);
        goOn(newest, read);
        commits.mended();
    }

    private void rotate() throws IOException {
        // until all is done nobody knows which file is the one to go on with
        commits.fail();
        segments.begin(state);
        mend();
        try {
            segments.drop(retention.segments());
        } catch (IOException e) {
            // what is too old today is so at the next rotation, too
        }
    }

    private void closeSegment() {
        Disk.Appender open = segment;
        segment = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // all that counts was brought to the disk before
            }
        }
    }

    @Override
    public Recovered recover() {
        lock.lock();
        try {
            makeReady();
            commits.drain();
            makeReady();
            return state.recovered(notes);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void read(Consumer<LedgerEntry> reader) {
        lock.lock();
        try {
            makeReady();
            commits.drain();
        } finally {
            lock.unlock();
        }
        read(segments, folder, reader);
    }

    /**
     * Shows every entry that is kept in a folder, also while another process writes there: what a replay needs.
     *
     * @throws DamagedLedgerException if a file is damaged; what comes before was shown
     * @throws LedgerException if the files cannot be read
     */
    public static void read(Path folder, Consumer<LedgerEntry> reader) {
        read(new SegmentFolder(folder, new LocalDisk()), folder, reader);
    }

    private static void read(SegmentFolder segments, Path folder, Consumer<LedgerEntry> reader) {
        try {
            segments.readAll(reader);
        } catch (IOException e) {
            throw LedgerException.ofDisk("read", folder, e);
        }
    }

    /** Which versions of a strategy's models were put in place, read as {@link #read(Path, Consumer)} does. */
    public static Activations activations(Path folder, String strategy) {
        return Activations.of(strategy, entries -> read(folder, entries));
    }

    /**
     * Gives up what is damaged, so that a ledger can be opened again: keeps a copy of each damaged file beside it, and replaces
     * what is lost by a line that says so. Where an occasion was among it, its training may be made up for once more.
     *
     * @return what was lost, in words; empty if nothing was damaged
     * @throws LedgerException if the ledger is open, or cannot be written
     */
    public static List<String> repair(Path folder) {
        try {
            return LedgerRepair.run(folder.toRealPath());
        } catch (IOException e) {
            throw LedgerException.ofDisk("repair", folder, e);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                commits.drain();
                closed = true;
                closeSegment();
                folderLock.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
