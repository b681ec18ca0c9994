package io.trainyard.processor;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The machine time that trainings of compiled fixtures spend, by a stopwatch in the test's hand. */
public final class MachineTime {

    private static final AtomicLong NANOS = new AtomicLong();

    private MachineTime() {}

    /** Called by the trainings. */
    public static String spend(String length) {
        NANOS.addAndGet(Duration.parse(length).toNanos());
        return "";
    }

    static Duration elapsed() {
        return Duration.ofNanos(NANOS.get());
    }
}
