package io.trainyard.training;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/** What a trainer is to do at later market times, by itself: in the order of time, and of coming. For one thread. */
final class Timeline {

    private final TreeSet<Entry> entries = new TreeSet<>();
    private long added;

    Entry add(Instant at, Runnable what) {
        Entry entry = new Entry(at, added++, what);
        entries.add(entry);
        return entry;
    }

    void remove(Entry entry) {
        entries.remove(entry);
    }

    Optional<Instant> next() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.first().at);
    }

    /** Does what comes first. */
    void runNext() {
        Entry first = entries.pollFirst();
        if (first != null) {
            first.what.run();
        }
    }

    record Entry(Instant at, long order, Runnable what) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
