package io.trainyard.time;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A market clock that moves when told, never backwards. Moved by one thread, readable from any. */
public final class ManualClock implements MarketClock {

    private final ZoneId zone;
    /** Published in order, without the full fence that a volatile write costs at every bar. */
    private final AtomicReference<Instant> now;

    /** A clock that shows {@code start} until it is moved. */
    public ManualClock(Instant start, ZoneId zone) {
        this.now = new AtomicReference<>(start);
        this.zone = zone;
    }

    @Override
    public Instant now() {
        return now.getAcquire();
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
        Instant shown = now.getPlain();
        if (instant.isBefore(shown)) {
            throw new IllegalArgumentException("the clock shows " + shown + " and cannot go back to " + instant);
        }
        now.setRelease(instant);
    }
}
