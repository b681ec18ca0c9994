package io.trainyard.schedule.calendar;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Wall time counted from the midnight at which a date begins, as text: -06:00 the evening before, 24:00 its end. */
final class ClockHours {

    private static final Pattern TEXT = Pattern.compile("(-?)(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?");

    private ClockHours() {}

    /** The text of a count of nanoseconds. */
    static String text(long nanos) {
        Duration length = Duration.ofNanos(Math.abs(nanos));
        // the time within a day, as it is printed: 09:30, 09:30:15, 09:30:15.250
        String withinHour = LocalTime.MIDNIGHT
                .plus(length.minusHours(length.toHours()))
                .toString()
                .substring(2);
        String hours = length.toHours() < 10 ? "0" + length.toHours() : String.valueOf(length.toHours());
        return (nanos < 0 ? "-" : "") + hours + withinHour;
    }

    /** The nanoseconds of a text; empty if it is none, or an hour of more than two digits. */
    static Optional<Long> nanos(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > 59 || number(parts.group(4)) > 59) {
            return Optional.empty();
        }
        String fraction = parts.group(5) == null ? "" : parts.group(5);
        long nanos = Duration.ofHours(number(parts.group(2)))
                .plusMinutes(number(parts.group(3)))
                .plusSeconds(number(parts.group(4)))
                .plusNanos(number(fraction + "0".repeat(9 - fraction.length())))
                .toNanos();
        return Optional.of(parts.group(1).isEmpty() ? nanos : -nanos);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
