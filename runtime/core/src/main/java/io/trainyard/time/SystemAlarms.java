package io.trainyard.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alarms of this machine: one thread that sleeps until the first of them, whatever number there is. While any waits for a
 * time of the clock it looks at least once a second, so that one that is set, or a machine that was suspended, is noticed. The
 * thread starts with the first alarm.
 */
public final class SystemAlarms implements Alarms, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SystemAlarms.class);
    private static final long LONGEST_SLEEP = TimeUnit.SECONDS.toNanos(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final NavigableSet<Entry> byClock = new TreeSet<>();
    private final NavigableSet<Entry> byMachine = new TreeSet<>();
    private final MarketClock clock = MarketClock.system(ZoneOffset.UTC);
    private final Thread thread;
    private long added;
    private boolean started;
    private boolean closed;

    /** Alarms that ring on a daemon thread of this name. */
    public SystemAlarms(String name) {
        this.thread = new Thread(this::ring, name);
        this.thread.setDaemon(true);
    }

    /** Those that every backtest of this process shares, as long as it lives. */
    public static SystemAlarms shared() {
        return Shared.ALARMS;
    }

    @Override
    public Alarm at(Instant at, Runnable wake) {
        return add(byClock, at, wake);
    }

    @Override
    public Alarm after(Duration delay, Runnable wake) {
        return add(byMachine, elapsed().plus(delay), wake);
    }

    private Alarm add(NavigableSet<Entry> entries, Instant at, Runnable wake) {
        lock.lock();
        try {
            if (closed) {
                return () -> {};
            }
            if (!started) {
                started = true;
                thread.start();
            }
            Entry entry = new Entry(at, added++, wake);
            entries.add(entry);
            if (entries.first().equals(entry)) {
                changed.signal();
            }
            return () -> remove(entries, entry);
        } finally {
            lock.unlock();
        }
    }

    private void remove(NavigableSet<Entry> entries, Entry entry) {
        lock.lock();
        try {
            entries.remove(entry);
        } finally {
            lock.unlock();
        }
    }

    /** Machine time, dressed as an instant so that both kinds of alarms are one. */
    private static Instant elapsed() {
        return Instant.EPOCH.plusNanos(System.nanoTime());
    }

    private void ring() {
        lock.lock();
        try {
            while (!closed) {
                if (!ringFirst(byClock, clock.now()) && !ringFirst(byMachine, elapsed())) {
                    changed.awaitNanos(nanosToSleep());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Calls while it holds the lock, so that what is cancelled does not come. */
    private static boolean ringFirst(NavigableSet<Entry> entries, Instant now) {
        if (entries.isEmpty() || entries.first().at.isAfter(now)) {
            return false;
        }
        Entry entry = entries.pollFirst();
        try {
            entry.wake.run();
        } catch (RuntimeException | Error e) {
            LOG.error("an alarm failed", e);
        }
        return true;
    }

    private long nanosToSleep() {
        long nanos = Long.MAX_VALUE;
        if (!byClock.isEmpty()) {
            nanos = Math.min(LONGEST_SLEEP, nanosUntil(clock.now(), byClock.first().at));
        }
        if (!byMachine.isEmpty()) {
            nanos = Math.min(nanos, nanosUntil(elapsed(), byMachine.first().at));
        }
        return nanos;
    }

    private static long nanosUntil(Instant now, Instant then) {
        Duration wait = Duration.between(now, then);
        return wait.compareTo(Duration.ofDays(1)) > 0 ? TimeUnit.DAYS.toNanos(1) : wait.toNanos();
    }

    /** Whether its thread has started and not ended. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** Ends the thread; alarms that have not rung never will. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            byClock.clear();
            byMachine.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private record Entry(Instant at, long order, Runnable wake) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private static final class Shared {
        static final SystemAlarms ALARMS = new SystemAlarms("trainyard-alarms");
    }
}
