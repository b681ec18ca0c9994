package io.trainyard.testkit;

import io.trainyard.host.LiveMachine;
import io.trainyard.time.Alarms;
import io.trainyard.time.ManualClock;
import io.trainyard.time.MarketClock;
import io.trainyard.time.Stopwatch;
import io.trainyard.training.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The machine of one process under test: its time is the market's, which passes when told, and all that a strategy does besides
 * training happens on the thread of the test, one thing after the other.
 */
final class VirtualMachine implements LiveMachine {

    private final ManualClock clock;
    private final VirtualAlarms alarms;
    private final HandCrankedLane trainings;
    private final Queue<Runnable> events = new ArrayDeque<>();
    private boolean working;
    private boolean dead;

    VirtualMachine(ManualClock clock, Script script) {
        this.clock = clock;
        this.alarms = new VirtualAlarms(clock::now);
        this.trainings = new HandCrankedLane(script, alarms);
    }

    @Override
    public MarketClock clock(ZoneId zone) {
        return clock;
    }

    @Override
    public Stopwatch stopwatch() {
        return () -> Duration.between(Instant.EPOCH, clock.now());
    }

    @Override
    public Alarms alarms() {
        return alarms;
    }

    @Override
    public Lane strategies() {
        return this::post;
    }

    @Override
    public HandCrankedLane trainings() {
        return trainings;
    }

    @Override
    public Executor watchers() {
        return this::post;
    }

    @Override
    public Executor refreshers() {
        return this::post;
    }

    private void post(Runnable event) {
        synchronized (events) {
            if (dead) {
                return;
            }
            events.add(event);
        }
        if (!HandCrankedLane.isTraining()) {
            work();
        }
    }

    /** Does all that is there to do at this time; called in the midst of that, leaves it to who is at it. */
    void work() {
        if (working) {
            return;
        }
        working = true;
        try {
            do {
                trainings.awaitQuiet();
                for (Runnable event = poll(); event != null; event = poll()) {
                    event.run();
                    trainings.awaitQuiet();
                }
            } while (alarms.ringOne(clock.now()) || pending());
        } finally {
            working = false;
        }
    }

    private @Nullable Runnable poll() {
        synchronized (events) {
            return events.poll();
        }
    }

    private boolean pending() {
        synchronized (events) {
            return !events.isEmpty();
        }
    }

    /** When something happens next by itself; empty if nothing does. */
    Optional<Instant> next() {
        return alarms.next();
    }

    /** Lets time pass: what is due until then happens, each at its own time. */
    void advanceTo(Instant time) {
        work();
        for (Optional<Instant> next = alarms.next();
                next.isPresent() && !next.get().isAfter(time);
                next = alarms.next()) {
            clock.moveForward(next.get());
            alarms.ringOne(next.get());
            work();
        }
        clock.moveForward(time);
        work();
    }

    /** The process dies: nothing of it happens any more. */
    void kill() {
        synchronized (events) {
            dead = true;
            events.clear();
        }
        alarms.clear();
        trainings.kill();
    }

    @Override
    public void close() {
        kill();
    }
}
