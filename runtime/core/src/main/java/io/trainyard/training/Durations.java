package io.trainyard.training;

import java.time.Duration;
import java.util.Locale;

/** Writes durations for messages. */
final class Durations {

    private Durations() {}

    /** {@code 1h30m}, {@code 0.25s}. */
    static String words(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
