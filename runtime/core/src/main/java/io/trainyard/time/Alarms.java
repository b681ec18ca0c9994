package io.trainyard.time;

import java.time.Duration;
import java.time.Instant;

/** Calls at given times. What is called returns at once: it hands work on to other threads. */
public interface Alarms {

    /** Calls {@code wake} once the clock shows {@code at}, at once if it does already. */
    Alarm at(Instant at, Runnable wake);

    /** Calls {@code wake} when so much machine time has passed. */
    Alarm after(Duration delay, Runnable wake);

    /** A call that is still to come. */
    @FunctionalInterface
    interface Alarm {
        /** After it returns the call does not begin any more; does nothing if it came, or was cancelled, already. */
        void cancel();
    }

    /** Alarms that never ring. */
    static Alarms silent() {
        return SilentAlarms.INSTANCE;
    }
}
