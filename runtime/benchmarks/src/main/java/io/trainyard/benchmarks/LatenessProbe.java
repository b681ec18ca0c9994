package io.trainyard.benchmarks;

import java.time.Duration;
import java.time.Instant;
import org.HdrHistogram.Histogram;

/** Counts how late calls are; they may come from several threads. */
final class LatenessProbe {

    private final Histogram histogram = empty();
    private boolean measuring;

    static Histogram empty() {
        return new Histogram(Duration.ofMinutes(10).toNanos(), 3);
    }

    synchronized void begin() {
        measuring = true;
    }

    synchronized void end() {
        measuring = false;
    }

    /** A call that was planned at this value of {@link System#nanoTime}. */
    void called(long planned) {
        count(System.nanoTime() - planned);
    }

    /** A call that was planned at this instant of the clock. */
    void called(Instant planned) {
        count(Duration.between(planned, Instant.now()).toNanos());
    }

    private synchronized void count(long late) {
        if (measuring) {
            histogram.recordValue(Math.max(0, late));
        }
    }

    synchronized Histogram histogram() {
        return histogram.copy();
    }
}
