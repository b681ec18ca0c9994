package io.trainyard.console.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How this room words numbers and times for people. */
final class Text {

    private Text() {}

    /** Formats as {@link String#format} does, the same everywhere. */
    static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** With the noun in the form that fits, such as {@code 1 version} or {@code 2 versions}. */
    static String count(long count, String noun) {
        return line("%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    /** To the second, in UTC. */
    static String time(@Nullable Instant time) {
        return time == null ? "-" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** How long ago, in the largest unit of which there are two, such as {@code 47 h}. */
    static String age(Instant time, Instant now) {
        Duration age = Duration.between(time, now);
        if (age.isNegative()) {
            return "0 s";
        }
        if (age.toDays() >= 2) {
            return line("%,d d", age.toDays());
        }
        if (age.toHours() >= 2) {
            return age.toHours() + " h";
        }
        return age.toMinutes() >= 2 ? age.toMinutes() + " min" : age.toSeconds() + " s";
    }
}
