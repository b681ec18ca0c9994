package io.trainyard.market;

import io.trainyard.time.Waiter;
import java.time.Duration;

/**
 * The law of a replay's time: which point of machine time belongs to an instant of the recording. A line through an anchor,
 * whose slope is the speed; a change of speed or a pause sets a new anchor where the replay stands. For one thread at a
 * time.
 */
final class ReplayPace {

    private static final double NANOS_PER_MILLI = 1e6;

    /** A hundred years: beyond, sums of nanoseconds overflow. */
    private static final double FOREVER_NANOS = 100 * 365.25 * 86_400 * 1e9;

    private ReplaySpeed speed;
    private boolean paused;
    private long anchorMillis;
    private Duration anchor;

    /** Stands at {@code marketMillis} of the recording at {@code now} of the machine. */
    ReplayPace(ReplaySpeed speed, boolean paused, long marketMillis, Duration now) {
        this.speed = speed;
        this.paused = paused;
        this.anchorMillis = marketMillis;
        this.anchor = now;
    }

    /** The point of machine time at which a slice of {@code marketMillis} is due. */
    Duration due(long marketMillis) {
        if (paused) {
            return Waiter.NEVER;
        }
        if (speed.factor().isEmpty()) {
            return anchor;
        }
        double nanos =
                (marketMillis - anchorMillis) * NANOS_PER_MILLI / speed.factor().getAsDouble();
        return nanos < FOREVER_NANOS ? anchor.plusNanos((long) nanos) : Waiter.NEVER;
    }

    /**
     * Where the replay stands at {@code now}.
     *
     * @param last the time of the slice that was delivered last, or where the replay began
     * @param next the time of the slice to come, beyond which the replay cannot be
     */
    long position(Duration now, long last, long next) {
        if (paused) {
            return anchorMillis;
        }
        if (speed.factor().isEmpty()) {
            return Math.max(last, anchorMillis);
        }
        double gone =
                now.minus(anchor).toNanos() / NANOS_PER_MILLI * speed.factor().getAsDouble();
        return Math.min(next, anchorMillis + (long) gone);
    }

    /** Goes on from {@code marketMillis} at {@code now}. */
    void change(ReplaySpeed other, boolean pause, long marketMillis, Duration now) {
        speed = other;
        paused = pause;
        anchorMillis = marketMillis;
        anchor = now;
    }

    ReplaySpeed speed() {
        return speed;
    }

    boolean isPaused() {
        return paused;
    }
}
