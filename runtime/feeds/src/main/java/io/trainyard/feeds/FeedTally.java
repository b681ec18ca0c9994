package io.trainyard.feeds;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a feed sees: written by its thread, read by any. */
final class FeedTally {

    /** What is counted. */
    enum Kind {
        CONNECTIONS,
        BARS,
        SLICES,
        DUPLICATES,
        LATE,
        UNWANTED,
        BAD
    }

    private final Map<Kind, AtomicLong> counts = new EnumMap<>(Kind.class);

    FeedTally() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new AtomicLong());
        }
    }

    /** Counts one more and returns how many that makes. */
    long add(Kind kind) {
        return add(kind, 1);
    }

    /** Counts {@code more} and returns how many that makes. */
    long add(Kind kind, int more) {
        AtomicLong count = of(kind);
        long sum = count.getPlain() + more; // one thread writes
        count.setRelease(sum);
        return sum;
    }

    /** All counts. */
    FeedCounts counts() {
        return new FeedCounts(
                count(Kind.CONNECTIONS),
                count(Kind.BARS),
                count(Kind.SLICES),
                count(Kind.DUPLICATES),
                count(Kind.LATE),
                count(Kind.UNWANTED),
                count(Kind.BAD));
    }

    /** Whether the {@code count}th event of a kind is worth a line in the log: the first, the second, the fourth and so on. */
    static boolean isWorthALine(long count) {
        return Long.bitCount(count) == 1;
    }

    private long count(Kind kind) {
        return of(kind).getAcquire();
    }

    private AtomicLong of(Kind kind) {
        return Objects.requireNonNull(counts.get(kind));
    }
}
