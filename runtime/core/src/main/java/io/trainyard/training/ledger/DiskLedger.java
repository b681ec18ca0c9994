package io.trainyard.training.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
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
 *
 * <p>What is written without waiting, with {@link #appendLater} and {@link #claimLater}, is written by a thread of the ledger,
 * {@code trainyard-ledger}, which starts when it is needed first and ends when the ledger is closed. Nobody waits for the disk
 * there, but for a moment where a file is full and the next one is begun (about every 20,000 entries), and where a write failed
 * before.
 */
public final class DiskLedger implements RunLedger {

    private final Path folder;
    private final SegmentFolder segments;
    private final LedgerWriter writer;
    private final LedgerLock folderLock;

    private DiskLedger(Path folder, SegmentFolder segments, LedgerWriter writer, LedgerLock folderLock) {
        this.folder = folder;
        this.segments = segments;
        this.writer = writer;
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
            SegmentFolder segments = new SegmentFolder(made, disk);
            LedgerTail tail = new LedgerTail(segments, retention);
            tail.start();
            DiskLedger ledger = new DiskLedger(made, segments, new LedgerWriter(made, tail, wall), held);
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

    @Override
    public LedgerEntry append(Instant market, RunEvent event) {
        return writer.append(market, event);
    }

    @Override
    public OptionalLong claim(Instant market, String strategy, String training, Instant due) {
        return writer.claim(market, strategy, training, due);
    }

    @Override
    public CompletableFuture<Void> appendLater(Instant market, List<? extends RunEvent> events) {
        return writer.appendLater(market, events);
    }

    @Override
    public OptionalLong claimLater(Instant market, String strategy, String training, Instant due) {
        return writer.claimLater(market, strategy, training, due);
    }

    @Override
    public Recovered recover() {
        return writer.recover();
    }

    @Override
    public void read(Consumer<LedgerEntry> reader) {
        writer.bringToDisk();
        new LedgerReading(folder, segments).all(reader);
    }

    @Override
    public Activations activations(String strategy) {
        writer.bringToDisk();
        return new LedgerReading(folder, segments).activations(strategy);
    }

    @Override
    public Optional<Activation> liveAt(String strategy, String key, Instant at) {
        writer.bringToDisk();
        return new LedgerReading(folder, segments).liveAt(strategy, key, at);
    }

    /**
     * Shows every entry that is kept in a folder, also while another process writes there: what a replay needs.
     *
     * @throws DamagedLedgerException if a file is damaged; what comes before was shown
     * @throws LedgerException if the files cannot be read
     */
    public static void read(Path folder, Consumer<LedgerEntry> reader) {
        reading(folder).all(reader);
    }

    /** Which versions of a strategy's models were put in place, read as {@link #read(Path, Consumer)} does. */
    public static Activations activations(Path folder, String strategy) {
        return reading(folder).activations(strategy);
    }

    private static LedgerReading reading(Path folder) {
        return new LedgerReading(folder, new SegmentFolder(folder, new LocalDisk()));
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
        writer.close(folderLock::close);
    }
}
