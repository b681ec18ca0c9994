package io.trainyard.testkit;

import io.trainyard.time.Alarms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Alarms on a clock that moves when told: they ring when asked to. */
final class VirtualAlarms implements Alarms {

    private final Supplier<Instant> clock;
    private final TreeSet<Entry> entries = new TreeSet<>();
    private long added;

    VirtualAlarms(Supplier<Instant> clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Alarm at(Instant at, Runnable wake) {
        Entry entry = new Entry(at, added++, wake);
        entries.add(entry);
        return () -> cancel(entry);
    }

    @Override
    public Alarm after(Duration delay, Runnable wake) {
        return at(clock.get().plus(delay), wake);
    }

    private synchronized void cancel(Entry entry) {
        entries.remove(entry);
    }

    /** When the first of them is to ring; empty if none is. */
    synchronized Optional<Instant> next() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.first().at);
    }

    /** Lets the first one ring, if it is to by {@code time}; whether it was. */
    boolean ringOne(Instant time) {
        Entry entry;
        synchronized (this) {
            if (entries.isEmpty() || entries.first().at.isAfter(time)) {
                return false;
            }
            entry = entries.first();
            entries.remove(entry);
        }
        entry.wake.run();
        return true;
    }

    /** Forgets them all. */
    synchronized void clear() {
        entries.clear();
    }

    private record Entry(Instant at, long order, Runnable wake) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
