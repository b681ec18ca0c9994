package io.trainyard.training.ledger;

import io.trainyard.training.ledger.SegmentReader.Segment;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The end of a ledger, where it grows: the segment that is written, and what all entries amount to. Its methods are called with
 * the ledger's lock, {@link #flush} without it and by one thread at a time.
 */
final class LedgerTail {

    private final SegmentFolder segments;
    private final Retention retention;
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

    LedgerTail(SegmentFolder segments, Retention retention) {
        this.segments = segments;
        this.retention = retention;
    }

    LedgerState state() {
        return state;
    }

    Recovered recovered() {
        return state.recovered(notes);
    }

    /** Whether it is time for a new segment. */
    boolean isFull() {
        return size >= rotateAt;
    }

    /** Takes a line in that is on its way. */
    void add(LedgerEntry entry, byte[] line) {
        state.apply(entry);
        size += line.length;
    }

    /** Brings lines to the disk. */
    void flush(byte[] lines) throws IOException {
        Objects.requireNonNull(segment).append(lines);
        durable += lines.length;
    }

    void start() throws IOException {
        segments.sweep();
        String newest = SegmentFolder.last(segments.names());
        if (newest == null) {
            newest = segments.begin(new LedgerState());
        }
        Segment read = segments.read(newest);
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

    /** Goes back to what is on the disk for certain; nobody is writing. */
    void mend() throws IOException {
        close();
        segments.sweep();
        String newest = Objects.requireNonNull(SegmentFolder.last(segments.names()));
        if (newest.equals(segmentName)) {
            segments.cut(newest, durable);
        }
        Segment read = segments.read(newest);
        segments.refuseDamage(newest, read);
        goOn(newest, read);
    }

    /** Goes on in a new segment; if that fails, {@link #mend} finds out which one it is. */
    void rotate() throws IOException {
        segments.begin(state);
        mend();
        try {
            segments.drop(retention.segments());
        } catch (IOException e) {
            // what is too old today is so at the next rotation, too
        }
    }

    void close() {
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
}
