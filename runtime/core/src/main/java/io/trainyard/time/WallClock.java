package io.trainyard.time;

import java.time.Instant;

/** What time it is for people and for other machines, whatever the market thinks; for records only, never for a rule. */
@FunctionalInterface
public interface WallClock {

    /** The time on the wall. */
    Instant now();

    /** The clock of this machine. */
    static WallClock system() {
        return Instant::now;
    }
}
