package io.trainyard.training.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trainyard.training.ledger.SegmentReader.Damage;
import io.trainyard.training.ledger.SegmentReader.Segment;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The segments of a ledger in their folder. */
final class SegmentFolder {

    private static final String UNFINISHED = ".new";

    private final Path folder;
    private final Disk disk;

    SegmentFolder(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** The names of the segments, in order. */
    List<String> names() throws IOException {
        return SegmentHead.segments(disk.list(folder));
    }

    /** Removes segments that a crash left half made. */
    void sweep() throws IOException {
        for (String name : disk.list(folder)) {
            if (name.endsWith(UNFINISHED)) {
                disk.delete(path(name));
            }
        }
    }

    /** Begins a segment with all that is known now; it is there whole or not at all. The answer is its name. */
    String begin(LedgerState state) throws IOException {
        List<String> lines = StateText.write(state.recovered(List.of()));
        SegmentHead head = new SegmentHead(state.sequence(), state.lastRun(), lines.size());
        put(head, lines, new byte[0]);
        return head.fileName();
    }

    /** Writes a segment, in place of one that has its name. */
    void put(SegmentHead head, List<String> stateLines, byte[] entries) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(CheckedLine.seal(head.line()));
        stateLines.forEach(line -> content.writeBytes(CheckedLine.seal(line)));
        content.writeBytes(entries);
        Path unfinished = path(head.fileName() + UNFINISHED);
        disk.write(unfinished, content.toByteArray());
        disk.rename(unfinished, path(head.fileName()));
    }

    /** Reads what a segment amounts to, whatever is wrong with it. */
    Segment read(String name) throws IOException {
        return read(name, entry -> {}, lost -> {});
    }

    /** Reads a segment and what it amounts to, whatever is wrong with it. */
    Segment read(String name, Consumer<LedgerEntry> entries, Consumer<SegmentHead.Lost> lost) throws IOException {
        return read(name, bytes -> SegmentReader.read(bytes, SegmentHead.after(name), entries, lost));
    }

    /** Reads entries of a segment, and not what it amounts to; whatever is wrong with it. */
    Segment read(String name, EntryFilter filter, Consumer<LedgerEntry> entries) throws IOException {
        return read(name, bytes -> SegmentReader.look(bytes, SegmentHead.after(name), filter, entries));
    }

    private Segment read(String name, Function<byte[], Segment> reading) throws IOException {
        byte[] bytes = disk.read(path(name));
        try {
            return reading.apply(bytes);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new LedgerException(
                    "asked: to read " + path(name) + ", which this version of Trainyard does not understand"
                            + "\n    why:   " + e.getMessage()
                            + "\n    fix:   use the version that wrote it, or a later one"
                            + "\n    more:  the documentation of io.trainyard.training.ledger.DiskLedger",
                    e);
        }
    }

    /** Reads entries of all segments in order, those left out that a retention drops meanwhile. */
    void readAll(EntryFilter filter, Consumer<LedgerEntry> entries) throws IOException {
        String before = "";
        long last = 0;
        for (String name : names()) {
            Segment segment;
            try {
                if (!before.isEmpty() && SegmentHead.after(name) != last) {
                    throw damaged(before, new Damage(0, last + 1, SegmentHead.after(name), "the end of the file"));
                }
                segment = read(name, filter, entries);
            } catch (NoSuchFileException | FileNotFoundException e) {
                if (before.isEmpty()) {
                    continue;
                }
                throw e;
            }
            refuseDamage(name, segment);
            before = name;
            last = segment.last();
        }
    }

    void refuseDamage(String name, Segment segment) {
        if (!segment.damages().isEmpty()) {
            throw damaged(name, segment.damages().get(0));
        }
    }

    private DamagedLedgerException damaged(String name, Damage damage) {
        String lost = damage.first() == 0
                ? "what was known when the file was begun"
                : damage.first() == damage.last()
                        ? "entry " + damage.first()
                        : "entries " + damage.first() + " to " + damage.last();
        return new DamagedLedgerException(
                "asked: to read " + path(name) + ", which is damaged at line " + damage.line() + ": " + lost
                        + "\n    why:   the bytes are not those that were written; there is now: " + damage.text()
                        + "\n    fix:   bring the file back from a copy; or give up what is lost with DiskLedger.repair, and"
                        + " look over the trainings of that time"
                        + "\n    more:  the documentation of io.trainyard.training.ledger.DiskLedger",
                damage.first(),
                damage.last());
    }

    /** Brings the names of the segments to the disk. */
    void sync() throws IOException {
        disk.sync(folder);
    }

    /** Cuts a segment off after {@code length} bytes. */
    void cut(String name, long length) throws IOException {
        disk.open(path(name), length).close();
    }

    /** Keeps a copy of a segment as it is. */
    void keepCopy(String name) throws IOException {
        disk.write(path(name + ".damaged"), disk.read(path(name)));
    }

    /** Opens a segment to go on with it after what is whole. */
    Disk.Appender append(String name, Segment segment) throws IOException {
        Disk.Appender open = disk.open(path(name), segment.length());
        if (segment.lineEndMissing()) {
            open.append("\n".getBytes(UTF_8));
        }
        return open;
    }

    /** Drops the oldest segments, so that {@code kept} are left. What cannot be removed now is removed later. */
    void drop(int kept) throws IOException {
        List<String> names = names();
        for (String name : names.subList(0, Math.max(0, names.size() - kept))) {
            disk.delete(path(name));
        }
    }

    static @Nullable String last(List<String> names) {
        return names.isEmpty() ? null : names.get(names.size() - 1);
    }
}
