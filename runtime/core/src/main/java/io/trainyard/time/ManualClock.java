package io.trainyard.time;

import java.time.Instant;
import java.time.ZoneId;

/** A market clock that moves when told, never backwards. Readable from any thread. */
public final class ManualClock implements MarketClock {

    private final ZoneId zone;
    private volatile Instant now;

    /** A clock that shows {@code start} until it is moved. */
    public ManualClock(Instant start, ZoneId zone) {
        this.now = start;
        this.zone = zone;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    /**
     * Moves the clock.
     *
     * @throws IllegalArgumentException if {@code instant} is before what the clock shows
     */
    public void moveTo(Instant instant) {
        if (instant.isBefore(now)) {
            throw new IllegalArgumentException("the clock shows " + now + " and cannot go back to " + instant);
        }
        now = instant;
    }
}
