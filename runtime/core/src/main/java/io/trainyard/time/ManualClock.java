package io.trainyard.time;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A market clock that moves when told, never backwards. Moved by one thread, readable from any. Shows instants from 1677 to
 * 2262.
 */
public final class ManualClock implements MarketClock {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final ZoneId zone;

    /** Nanoseconds since 1970, published in order and without the fence that a volatile write costs at every bar. */
    private final AtomicLong nanos;

    /**
     * A clock that shows {@code start} until it is moved.
     *
     * @throws ArithmeticException if that is before 1677 or after 2262
     */
    public ManualClock(Instant start, ZoneId zone) {
        this.nanos = new AtomicLong(nanos(start));
        this.zone = zone;
    }

    @Override
    public Instant now() {
        long now = nanos.getAcquire();
        return Instant.ofEpochSecond(Math.floorDiv(now, NANOS_PER_SECOND), Math.floorMod(now, NANOS_PER_SECOND));
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    /**
     * Moves the clock.
     *
     * @throws IllegalArgumentException if {@code instant} is before what the clock shows
     * @throws ArithmeticException if it is after 2262
     */
    public void moveTo(Instant instant) {
        moveToNanos(nanos(instant));
    }

    /**
     * Moves the clock; cheaper than {@link #moveTo}.
     *
     * @param millis milliseconds since 1970-01-01T00:00Z
     * @throws IllegalArgumentException if that is before what the clock shows
     * @throws ArithmeticException if it is after 2262
     */
    public void moveToMillis(long millis) {
        moveToNanos(Math.multiplyExact(millis, NANOS_PER_MILLI));
    }

    /**
     * Moves the clock, or leaves it where it is if that is before what it shows.
     *
     * @throws ArithmeticException if {@code instant} is after 2262
     */
    public void moveForward(Instant instant) {
        long to = nanos(instant);
        if (to > nanos.getPlain()) {
            nanos.setRelease(to);
        }
    }

    private void moveToNanos(long to) {
        if (to < nanos.getPlain()) {
            throw new IllegalArgumentException("the clock shows " + now() + " and cannot go back to "
                    + Instant.ofEpochSecond(Math.floorDiv(to, NANOS_PER_SECOND), Math.floorMod(to, NANOS_PER_SECOND)));
        }
        nanos.setRelease(to);
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
    }
}
