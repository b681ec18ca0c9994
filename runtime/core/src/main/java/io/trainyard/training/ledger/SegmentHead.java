package io.trainyard.training.ledger;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a segment.
 *
 * @param after the sequence number of the last entry before the segment
 * @param lastRun the highest number of a run before the segment
 * @param stateLines how many lines that say what was known then follow
 */
record SegmentHead(long after, long lastRun, int stateLines) {

    private static final String FORMAT = "1";
    private static final Pattern HEAD = Pattern.compile(
            "trainyard-ledger ([0-9]{1,9}) after=([0-9]{1,18}) lastrun=([0-9]{1,18}) state=([0-9]{1,9})");
    private static final Pattern NAME = Pattern.compile("([0-9]{16})\\.runs");
    private static final Pattern LOST = Pattern.compile("lost from=([0-9]{1,18}) to=([0-9]{1,18})");

    /** Entries that were damaged and given up. */
    record Lost(long first, long last) {
        static Lost parse(String line) {
            Matcher matcher = LOST.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("\"" + line + "\" is no loss");
            }
            return new Lost(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        }

        String line() {
            return "lost from=" + first + " to=" + last;
        }
    }

    static SegmentHead parse(String line) {
        Matcher matcher = HEAD.matcher(line);
        if (!matcher.matches() || !matcher.group(1).equals(FORMAT)) {
            throw new IllegalArgumentException("\"" + line + "\" is not the head of a ledger in format " + FORMAT);
        }
        return new SegmentHead(
                Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)), Integer.parseInt(matcher.group(4)));
    }

    String line() {
        return "trainyard-ledger " + FORMAT + " after=" + after + " lastrun=" + lastRun + " state=" + stateLines;
    }

    String fileName() {
        return String.format(Locale.ROOT, "%016d.runs", after + 1);
    }

    /** The names among {@code files} that segments have, in their order. */
    static List<String> segments(List<String> files) {
        return files.stream()
                .filter(name -> NAME.matcher(name).matches())
                .sorted()
                .toList();
    }

    /** The sequence number of the entry before a segment of this name. */
    static long after(String fileName) {
        return Long.parseLong(fileName.substring(0, 16)) - 1;
    }
}
