package io.trainyard.testkit.laws;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the machine looks like to the strategy's code in one run, as far as it is in the kit's hands: its clock, its hash codes,
 * its threads. Two worlds made alike look alike; the laws change one thing at a time.
 */
final class World {

    /** When threads come to their turn. */
    enum Turn {
        /** As soon as they are started. */
        AT_ONCE,
        /** Long after the strategy has gone on. */
        LATE
    }

    /** How long a thread that comes late is held back, and how long one is waited for that comes at once. */
    private static final Duration LATE = Duration.ofMillis(40);

    private static final Duration AT_ONCE = Duration.ofMillis(250);

    /** What all waits of one run come to at most, in turns. */
    private static final int WAITS = 12;

    private final long clockSeed;
    private final boolean descending;
    private final Turn turn;
    private final Random jumps;
    private final AtomicInteger hashes = new AtomicInteger();
    private final AtomicInteger waits = new AtomicInteger();
    private long millis;
    private long nanos;

    private World(long clockSeed, boolean descending, Turn turn) {
        this.clockSeed = clockSeed;
        this.descending = descending;
        this.turn = turn;
        this.jumps = new Random(clockSeed);
        // somewhere from 2001 to 2032
        this.millis = 1_000_000_000_000L + (long) (jumps.nextDouble() * 1_000_000_000_000L);
    }

    static World standard() {
        return new World(1, false, Turn.AT_ONCE);
    }

    World withClock(long seed) {
        return new World(seed, descending, turn);
    }

    World withHashesDescending() {
        return new World(clockSeed, true, turn);
    }

    World withTurn(Turn other) {
        return new World(clockSeed, descending, other);
    }

    /** The same, at its beginning again. */
    World anew() {
        return new World(clockSeed, descending, turn);
    }

    /** What the wall clock shows: it never stands still, and jumps by up to three days. */
    synchronized long millis() {
        millis += 1 + (long) (jumps.nextDouble() * Duration.ofDays(3).toMillis());
        return millis;
    }

    /** What the stopwatch shows; it jumps by up to two seconds. */
    synchronized long nanos() {
        nanos += 1 + (long) (jumps.nextDouble() * Duration.ofSeconds(2).toNanos());
        return nanos;
    }

    boolean isDescending() {
        return descending;
    }

    /** A hash code for an object that has none of its own, in the order in which they are first asked. */
    int hash() {
        int next = hashes.incrementAndGet();
        return descending ? 0x7fff - next : next;
    }

    boolean isLate() {
        return turn == Turn.LATE;
    }

    /** How long to wait for, or with, the next thread: zero once a run has waited long enough. */
    Duration nextWait() {
        if (waits.incrementAndGet() > WAITS) {
            return Duration.ZERO;
        }
        return turn == Turn.LATE ? LATE : AT_ONCE;
    }
}
