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

    /** How late a thread is that comes late: long for a backtest, short for a test. Later ones are less late. */
    private static final Duration LATE = Duration.ofMillis(40);

    private static final Duration LESS_LATE = Duration.ofMillis(2);
    private static final int FIRST = 25;

    /** How long a thread is waited for that comes at once, unless some have not ended in that time: they have other work. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private static final int IN_VAIN = 2;

    private final long clockSeed;
    private final boolean descending;
    private final Turn turn;
    private Random jumps = new Random();
    private final AtomicInteger hashes = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger inVain = new AtomicInteger();
    private long millis;
    private long nanos;

    private World(long clockSeed, boolean descending, Turn turn) {
        this.clockSeed = clockSeed;
        this.descending = descending;
        this.turn = turn;
        begin();
    }

    /** Is as at its beginning again: for the next run in it. */
    synchronized void begin() {
        jumps = new Random(clockSeed);
        // somewhere from 2001 to 2032
        millis = 1_000_000_000_000L + (long) (jumps.nextDouble() * 1_000_000_000_000L);
        nanos = 0;
        hashes.set(0);
        late.set(0);
        inVain.set(0);
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

    /** How late the next thread begins. */
    Duration lateness() {
        if (turn == Turn.AT_ONCE) {
            return Duration.ZERO;
        }
        return late.incrementAndGet() <= FIRST ? LATE : LESS_LATE;
    }

    /** How long to wait for the thread that was started just now. */
    Duration patience() {
        return turn == Turn.AT_ONCE && inVain.get() < IN_VAIN ? PATIENCE : Duration.ZERO;
    }

    /** Such a wait is over. */
    void waited(boolean ended) {
        if (!ended) {
            inVain.incrementAndGet();
        }
    }
}
