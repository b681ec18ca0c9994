package io.trainyard.host;

import io.trainyard.time.Alarms;
import io.trainyard.time.MarketClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A clock of the machine that a test sets, forward and back, and alarms that go by it; what waits for machine time waits for good. */
final class SetClock implements MarketClock, Alarms {

    private final Map<Integer, Waiting> alarms = new TreeMap<>();
    private int added;
    private Instant now;

    private record Waiting(Instant at, Runnable wake) {}

    SetClock(Instant start) {
        this.now = start;
    }

    /** Sets it, rings what is due, and waits until somebody waits for an instant again. */
    void set(Instant to) throws InterruptedException {
        List<Runnable> due = new ArrayList<>();
        synchronized (this) {
            now = to;
            alarms.values().removeIf(alarm -> !alarm.at.isAfter(to) && due.add(alarm.wake));
        }
        due.forEach(Runnable::run);
        awaitArmed();
    }

    /** Sets it while no strategy goes by it. */
    synchronized void setUnseen(Instant to) {
        now = to;
    }

    synchronized void awaitArmed() throws InterruptedException {
        while (alarms.isEmpty()) {
            wait();
        }
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public ZoneId zone() {
        return DeclaredByHand.NEW_YORK;
    }

    @Override
    public synchronized Alarm at(Instant at, Runnable wake) {
        if (!at.isAfter(now)) {
            wake.run();
            return () -> {};
        }
        int alarm = added++;
        alarms.put(alarm, new Waiting(at, wake));
        notifyAll();
        return () -> {
            synchronized (this) {
                alarms.remove(alarm);
            }
        };
    }

    @Override
    public Alarm after(Duration delay, Runnable wake) {
        return () -> {};
    }
}
