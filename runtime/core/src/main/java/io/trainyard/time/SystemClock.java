package io.trainyard.time;

import java.time.Instant;
import java.time.ZoneId;

/** The clock of this machine. */
record SystemClock(ZoneId zone) implements MarketClock {
    @Override
    public Instant now() {
        return Instant.now();
    }
}
