package io.trainyard.training.ledger;

import io.trainyard.training.ledger.SegmentHead.Lost;
import io.trainyard.training.ledger.SegmentReader.Damage;
import io.trainyard.training.ledger.SegmentReader.Segment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes damaged segments anew, without what is damaged. What was known at the start of a segment is also what the one before
 * amounts to, so that it is lost only where there is none before, or where that one has lost something itself.
 */
final class LedgerRepair {

    private final SegmentFolder segments;
    private final List<String> report = new ArrayList<>();

    /** Repairs the ledger in a folder, which has its real path. */
    static List<String> run(Path folder) throws IOException {
        LedgerLock held = LedgerLock.take(folder);
        try {
            return new LedgerRepair(new SegmentFolder(folder, new LocalDisk())).run();
        } finally {
            held.close();
        }
    }

    private LedgerRepair(SegmentFolder segments) {
        this.segments = segments;
    }

    /** What was lost, in words. */
    private List<String> run() throws IOException {
        LedgerState before = null;
        List<String> names = segments.names();
        for (int i = 0; i < names.size(); i++) {
            long next = i + 1 < names.size() ? SegmentHead.after(names.get(i + 1)) : -1;
            before = repair(names.get(i), next, before);
        }
        return List.copyOf(report);
    }

    /** Repairs one segment, if it needs it; what is known at its end. */
    private @Nullable LedgerState repair(String name, long next, @Nullable LedgerState before) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        long[] last = {SegmentHead.after(name)};
        Segment read = segments.read(
                name,
                entry -> {
                    gap(last[0], entry.sequence(), whole);
                    whole.writeBytes(CheckedLine.seal(EventText.write(entry)));
                    last[0] = entry.sequence();
                },
                lost -> {
                    gap(last[0], lost.first(), whole);
                    whole.writeBytes(CheckedLine.seal(lost.line()));
                    last[0] = lost.last();
                });
        long end = next < 0 ? read.last() : next;
        gap(last[0], end + 1, whole);
        if (read.damages().isEmpty() && read.last() >= end) {
            return read.state();
        }
        segments.keepCopy(name);
        read.damages().forEach(damage -> report.add(words(name, damage)));
        if (read.last() < end) {
            report.add(words(name, new Damage(0, read.last() + 1, end, "")));
        }
        List<String> state = start(name, read, before);
        long lastRun = read.head() != null ? read.head().lastRun() : before != null ? before.lastRun() : last[0];
        segments.put(new SegmentHead(SegmentHead.after(name), lastRun, state.size()), state, whole.toByteArray());
        return segments.read(name, entry -> {}, lost -> {}).state();
    }

    private static void gap(long last, long following, ByteArrayOutputStream whole) {
        if (following > last + 1) {
            whole.writeBytes(CheckedLine.seal(new Lost(last + 1, following - 1).line()));
        }
    }

    /** What was known at the start: as written, or as the segment before ended, or what can still be read of it. */
    private List<String> start(String name, Segment read, @Nullable LedgerState before) {
        SegmentHead head = read.head();
        if (head != null && read.stateLines().size() == head.stateLines()) {
            return read.stateLines();
        }
        if (before != null && before.sequence() == SegmentHead.after(name)) {
            report.add(name + ": what was known at its start is taken from the file before");
            return StateText.write(before.recovered(List.of()));
        }
        report.add(name + ": no file before it is left, so that what was known at its start is lost in part");
        return read.stateLines();
    }

    private static String words(String name, Damage damage) {
        String what = damage.first() == 0 ? "a line" : "entries " + damage.first() + " to " + damage.last();
        return name + (damage.line() == 0 ? "" : " line " + damage.line()) + ": " + what + " given up";
    }
}
