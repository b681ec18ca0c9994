package io.trainyard.time;

import java.time.Duration;

/** Measures how long the machine worked. */
@FunctionalInterface
public interface Stopwatch {

    /** Machine time since some fixed moment; only differences mean anything. */
    Duration elapsed();

    /** A stopwatch of this machine. */
    static Stopwatch system() {
        return () -> Duration.ofNanos(System.nanoTime());
    }
}
