package io.trainyard.host;

import io.trainyard.market.Slice;
import io.trainyard.time.Alarms;
import io.trainyard.time.Alarms.Alarm;
import io.trainyard.time.ManualClock;
import java.time.Instant;

/**
 * Brings slices and what is due on the clock of a live strategy in order, and sees to it that there is a tick when something is due. For the strategy's thread.
 */
final class LiveDue {

    private final Pace pace;
    private final ManualClock clock;
    private final StrategyHost host;
    private final BarGrace grace;
    private final Alarms alarms;
    private final Runnable tick;
    private final MissingBar missing;

    /** The last instant of which it was told that its bar is missing. */
    private Instant told = Instant.MIN;

    private Instant armedFor = Instant.MAX;
    private Alarm alarm = () -> {};

    LiveDue(
            Pace pace,
            ManualClock clock,
            StrategyHost host,
            BarGrace grace,
            Alarms alarms,
            Runnable tick,
            MissingBar missing) {
        this.pace = pace;
        this.clock = clock;
        this.host = host;
        this.grace = grace;
        this.alarms = alarms;
        this.tick = tick;
        this.missing = missing;
    }

    /** Told of something that was due at the end of a bar, and does not wait for it any more. */
    interface MissingBar {
        void missing(Instant due);
    }

    /** A slice has come, later than those before it. */
    void take(Slice slice) {
        Instant now = clock.now();
        if (pace instanceof Pace.VirtualTime) {
            if (slice.time().isAfter(now)) {
                host.step(slice);
            }
            return;
        }
        Instant at = pace.at(slice, now);
        host.makeUpForMissed(at);
        host.runDueUntil(slice.time().minusNanos(1));
        grace.came(slice.time());
        clock.moveForward(at);
        host.take(slice);
        runUntil(at);
    }

    /** Does what is due, but for what waits for its bar. */
    void run() {
        Instant now = pace.now(clock.now());
        host.makeUpForMissed(now);
        runUntil(now);
        clock.moveForward(now);
    }

    private void runUntil(Instant now) {
        host.runDueUntil(now, due -> {
            if (pace instanceof Pace.VirtualTime) {
                return false;
            }
            if (waits(due, now)) {
                return true;
            }
            if (due.isAfter(told) && due.isAfter(host.deployedAt()) && grace.isMissing(due)) {
                told = due;
                missing.missing(due);
            }
            return false;
        });
    }

    /** What is due at deployment does not wait: a backtest has no bar for it either. */
    private boolean waits(Instant due, Instant now) {
        return due.isAfter(host.deployedAt()) && grace.holds(due, now);
    }

    /** Moves the strategy's clock to now. */
    void moveClock() {
        clock.moveForward(pace.now(clock.now()));
    }

    /** The tick has come. */
    void ticked() {
        armedFor = Instant.MAX;
    }

    /** Sees to it that there is a tick when something is to be done next. */
    void arm() {
        Instant next = next();
        if (!next.equals(armedFor)) {
            alarm.cancel();
            armedFor = next;
            alarm = next.equals(Instant.MAX) ? () -> {} : alarms.at(next, tick);
        }
    }

    /** No more ticks. */
    void disarm() {
        alarm.cancel();
    }

    /** When there is something to do; {@link Instant#MAX} if slices alone move the clock, or nothing is due. */
    Instant next() {
        if (pace instanceof Pace.VirtualTime) {
            return Instant.MAX;
        }
        Instant due = host.nextDue();
        Instant now = pace.now(clock.now());
        boolean waits = !due.isAfter(now) && due.equals(host.nextScheduled()) && waits(due, now);
        return waits ? grace.until(due) : due;
    }
}
