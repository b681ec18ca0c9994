package io.trainyard.feeds;

import io.trainyard.time.Waiter;
import java.time.Duration;

/**
 * Whether a connection lives. Something must be heard within the limit of silence, and after a third of it a ping asks for one; where the
 * server promised heartbeats, it must say something within three of them, since a ping may be answered by a machine before the
 * one that has the bars.
 */
final class Pulse {

    private static final int MISSED_HEARTBEATS = 3;

    private final Duration limit;
    private Duration promised = Waiter.NEVER;
    private Duration heardAt = Duration.ZERO;
    private Duration spokeAt = Duration.ZERO;
    private boolean pinged;

    Pulse(Duration limit) {
        this.limit = limit;
    }

    /** A new connection is open. */
    void begin(Duration now) {
        promised = Waiter.NEVER;
        spoke(now);
    }

    /** The server promises to say something as often. */
    void promise(Duration heartbeat) {
        if (!heartbeat.isNegative() && !heartbeat.isZero() && heartbeat.compareTo(Duration.ofDays(1)) < 0) {
            promised = heartbeat.multipliedBy(MISSED_HEARTBEATS);
        }
    }

    /** A sign of life. */
    void heard(Duration now) {
        heardAt = now;
        pinged = false;
    }

    /** A message. */
    void spoke(Duration now) {
        spokeAt = now;
        heard(now);
    }

    /** Whether to give up. */
    boolean isSilent(Duration now) {
        return now.compareTo(endOfPatience()) >= 0;
    }

    /** How long nothing was heard, or nothing said. */
    Duration silence(Duration now) {
        return now.minus(heardAt).compareTo(limit) >= 0 ? now.minus(heardAt) : now.minus(spokeAt);
    }

    /** Whether to ping now; true once in a silence. */
    boolean wantsPing(Duration now) {
        if (pinged || now.compareTo(pingAt()) < 0) {
            return false;
        }
        pinged = true;
        return true;
    }

    /** When to look again. */
    Duration next() {
        return pinged ? endOfPatience() : earlier(pingAt(), endOfPatience());
    }

    private Duration pingAt() {
        return heardAt.plus(limit.dividedBy(3));
    }

    private Duration endOfPatience() {
        Duration unheard = heardAt.plus(limit);
        return promised.equals(Waiter.NEVER) ? unheard : earlier(unheard, spokeAt.plus(promised));
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
