package io.trainyard.host;

import java.time.Duration;
import java.time.Instant;

/**
 * How long what is due at the end of a bar waits for that bar. A backtest has it at once; live, it comes when the market and the
 * network have let it through. For the strategy's thread.
 */
final class BarGrace {

    private final BarEnds ends;
    private final Duration atMost;
    private Instant latest = Instant.MIN;

    /** Waits so long at most, counted from the end of the bar; zero for not at all. */
    BarGrace(BarEnds ends, Duration atMost) {
        this.ends = ends;
        this.atMost = atMost;
    }

    Duration atMost() {
        return atMost;
    }

    /** Bars that end at {@code end} have come. */
    void came(Instant end) {
        if (end.isAfter(latest)) {
            latest = end;
        }
    }

    /** Whether what is due at {@code due} still waits for a bar at {@code now}. */
    boolean holds(Instant due, Instant now) {
        return now.isBefore(until(due)) && isMissing(due);
    }

    /** Whether a bar that may have ended at {@code due} has not come. */
    boolean isMissing(Instant due) {
        return !atMost.isZero() && due.isAfter(latest) && ends.mayBeAt(due);
    }

    /** When what is due at {@code due} does not wait any more. */
    Instant until(Instant due) {
        return due.plus(atMost);
    }
}
