package io.trainyard.training.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of one segment: a head, the state at its start, and entries.
 *
 * <p>What a crash leaves at the end, a line that is cut off or a stretch that never came to the disk, is told from damage,
 * which is everything else: the end is torn where no whole line follows and the last one has no line end, or holds zeros
 * where a page was lost.
 */
final class SegmentReader {

    /** A page that was never written reads as zeros; one flipped bit may make one zero out of a space. */
    private static final int ZEROS_OF_A_LOST_PAGE = 8;

    private static final byte[] LOST_BYTES = "lost ".getBytes(ISO_8859_1);
    private static final byte[] STATE_BYTES = StateText.PREFIX.getBytes(ISO_8859_1);

    private final byte[] bytes;
    private final EntryFilter filter;
    private final boolean keepsState;
    private final List<Damage> damages = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> stateLines = new ArrayList<>();
    private @Nullable SegmentHead head;
    private int position;
    private int lineNumber;
    private long sequence;
    private int end;
    private int textEnd;
    private boolean lineEndMissing;

    /** Where the text of the last whole line begins, and where it ends before its checksum. */
    private int lineStart;

    private int lineTextEnd;

    private SegmentReader(byte[] bytes, long after, EntryFilter filter, boolean keepsState) {
        this.bytes = bytes;
        this.sequence = after;
        this.filter = filter;
        this.keepsState = keepsState;
    }

    /**
     * A stretch that is not what was written.
     *
     * @param line the number of its first line
     * @param first the sequence number of the first entry in it; 0 in the head or the state
     * @param last that of the last one
     * @param text what is there now
     */
    record Damage(int line, long first, long last, String text) {}

    /**
     * What a segment holds.
     *
     * @param head null if it is damaged
     * @param state what is known at its end; null if what was known at its start is damaged, or nobody asked
     * @param stateLines what was known at its start, as far as it is whole
     * @param last the sequence number of the last entry, or of the last before the segment
     * @param entriesStart how many bytes the head and the state have
     * @param length how many bytes are whole
     * @param lineEndMissing whether those lack the line end
     * @param damages what is damaged
     * @param notes what was lost and given up before, or is torn
     */
    record Segment(
            @Nullable SegmentHead head,
            @Nullable LedgerState state,
            List<String> stateLines,
            long last,
            int entriesStart,
            int length,
            boolean lineEndMissing,
            List<Damage> damages,
            List<String> notes) {}

    /**
     * Reads a segment.
     *
     * @param after the sequence number of the last entry before it, as its name says
     * @param entries gets every whole entry
     * @param lost gets every stretch that was lost and given up before
     * @throws RuntimeException if it is whole, and not what this version of Trainyard writes
     */
    static Segment read(byte[] bytes, long after, Consumer<LedgerEntry> entries, Consumer<SegmentHead.Lost> lost) {
        return new SegmentReader(bytes, after, EntryFilter.ALL, true).read(entries, lost);
    }

    /** As {@link #read}, giving {@code entries} those that {@code filter} wants, and not telling what they amount to. */
    static Segment look(byte[] bytes, long after, EntryFilter filter, Consumer<LedgerEntry> entries) {
        return new SegmentReader(bytes, after, filter, false).read(entries, lost -> {});
    }

    private Segment read(Consumer<LedgerEntry> entries, Consumer<SegmentHead.Lost> lost) {
        LedgerState state = readStart();
        int entriesStart = position;
        while (position < bytes.length) {
            int start = position;
            if (!next()) {
                if (!skip(start)) {
                    break;
                }
            } else if (lineBegins(LOST_BYTES)) {
                SegmentHead.Lost gone = SegmentHead.Lost.parse(line());
                notes.add("entries " + gone.first() + " to " + gone.last() + " were damaged and given up");
                sequence = gone.last();
                lost.accept(gone);
                if (state != null) {
                    state.lose(gone);
                }
            } else if (head != null || !lineBegins(STATE_BYTES)) {
                boolean follows = follows(start);
                if (follows && (state != null || filter.wants(bytes, lineStart, lineTextEnd))) {
                    LedgerEntry entry = EventText.read(line());
                    entries.accept(entry);
                    if (state != null) {
                        state.apply(entry);
                    }
                }
            }
            end = lineEndMissing ? textEnd : position;
        }
        return new Segment(
                head,
                state,
                List.copyOf(stateLines),
                sequence,
                entriesStart,
                end,
                lineEndMissing,
                List.copyOf(damages),
                List.copyOf(notes));
    }

    /** Counts the entry of a whole line; false if its number says that it was there before. */
    private boolean follows(int start) {
        long number = number();
        if (number <= sequence) {
            damages.add(new Damage(lineNumber, 0, 0, text(start)));
            return false;
        }
        if (number > sequence + 1) {
            damages.add(new Damage(lineNumber, sequence + 1, number - 1, "nothing"));
        }
        sequence = number;
        return true;
    }

    /** The number at the beginning of the line. */
    private long number() {
        long number = 0;
        int at = lineStart;
        while (at < lineTextEnd && bytes[at] >= '0' && bytes[at] <= '9' && at - lineStart < 18) {
            number = number * 10 + (bytes[at++] - '0');
        }
        if (at == lineStart || at == lineTextEnd || bytes[at] != ' ') {
            throw new IllegalArgumentException("\"" + line() + "\" is no entry");
        }
        return number;
    }

    /** The text of the last whole line, without its checksum. */
    private String line() {
        return new String(bytes, lineStart, lineTextEnd - lineStart, UTF_8);
    }

    private boolean lineBegins(byte[] with) {
        return lineTextEnd - lineStart >= with.length
                && Arrays.equals(bytes, lineStart, lineStart + with.length, with, 0, with.length);
    }

    /** The head and the state; null if there is any damage in them. */
    private @Nullable LedgerState readStart() {
        int start = position;
        head = next() ? SegmentHead.parse(line()) : null;
        if (head == null) {
            damages.add(new Damage(lineNumber, 0, 0, text(start)));
            return null;
        }
        if (head.after() != sequence) {
            throw new IllegalArgumentException(
                    "the file begins after entry " + head.after() + ": it was renamed or moved");
        }
        for (int i = 0; i < head.stateLines(); i++) {
            start = position;
            if (position < bytes.length && next()) {
                if (keepsState) {
                    stateLines.add(line());
                }
            } else {
                damages.add(new Damage(lineNumber, 0, 0, text(start)));
            }
        }
        end = position;
        return damages.isEmpty() && keepsState ? LedgerState.of(StateText.read(head.after(), stateLines), head.lastRun()) : null;
    }

    /** Goes to the next line; false if it is not whole. */
    private boolean next() {
        lineNumber++;
        int start = position;
        int lineEnd = start;
        while (lineEnd < bytes.length && bytes[lineEnd] != '\n') {
            lineEnd++;
        }
        position = Math.min(lineEnd + 1, bytes.length);
        lineStart = start;
        boolean whole = CheckedLine.isWhole(bytes, start, lineEnd);
        lineTextEnd = lineEnd - CheckedLine.TAIL;
        if (lineEnd == bytes.length && lineEnd > start) {
            // all of the line is there but its end, which is missing or damaged
            textEnd = whole ? lineEnd : lineEnd - 1;
            whole = whole || CheckedLine.isWhole(bytes, start, textEnd);
            lineTextEnd = textEnd - CheckedLine.TAIL;
            lineEndMissing = whole;
        }
        return whole;
    }

    /** Goes on after what is not whole; false if that is the torn end. */
    private boolean skip(int start) {
        int firstLine = lineNumber;
        int lastStart = start;
        while (position < bytes.length) {
            int before = position;
            if (next()) {
                position = before;
                lineNumber--;
                lineEndMissing = false;
                long following =
                        lineBegins(LOST_BYTES) ? SegmentHead.Lost.parse(line()).first() : number();
                damages.add(new Damage(firstLine, sequence + 1, following - 1, text(start)));
                sequence = following - 1;
                return true;
            }
            lastStart = before;
        }
        boolean torn = bytes[bytes.length - 1] != '\n' || zeros(start);
        if (torn && (lastStart == start || zeros(start))) {
            notes.add("the last " + (bytes.length - start) + " bytes were cut off after entry " + sequence
                    + ": a crash interrupted the write, and nobody was told that it had been made");
            return false;
        }
        long gone = Math.max(lineNumber - firstLine + 1, checksums(start));
        damages.add(new Damage(firstLine, sequence + 1, sequence + gone, text(start)));
        sequence += gone;
        return true;
    }

    /** How many lines there seem to be from {@code start} on, where a line end was damaged too. */
    private long checksums(int start) {
        return CheckedLine.TAIL_PATTERN
                .matcher(new String(bytes, start, bytes.length - start, ISO_8859_1))
                .results()
                .count();
    }

    private boolean zeros(int start) {
        int run = 0;
        for (int i = start; i < bytes.length; i++) {
            run = bytes[i] == 0 ? run + 1 : 0;
            if (run == ZEROS_OF_A_LOST_PAGE) {
                return true;
            }
        }
        return false;
    }

    private String text(int start) {
        int stop = start;
        while (stop < bytes.length && stop < start + 120 && bytes[stop] != '\n') {
            stop++;
        }
        return new String(bytes, start, stop - start, ISO_8859_1).replaceAll("[^\\x20-\\x7e]", "?");
    }
}
