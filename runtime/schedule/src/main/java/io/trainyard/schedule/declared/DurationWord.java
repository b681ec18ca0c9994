package io.trainyard.schedule.declared;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time: ISO 8601 durations of days, hours, minutes and seconds, such as {@code PT30M} and {@code P1D}. */
public final class DurationWord {

    /** The grammar in a sentence. */
    public static final String GRAMMAR =
            "lengths of time are ISO 8601 durations: PT30M is 30 minutes, PT1H30M an hour and a half, P1D a day.";

    private static final Pattern PART = Pattern.compile("\\s*([0-9]{1,6})\\s*([a-z]+)\\.?\\s*(?:,|and)?");
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9]))?");
    /** A number alone is of minutes, as tiers and opens count; {@code PT20} lacks its unit. */
    private static final Pattern MINUTES = Pattern.compile("(?:pt?)?([0-9]{1,6})");

    private static final Pattern WEEKS = Pattern.compile("p([0-9]{1,4})w");

    private DurationWord() {}

    /** The duration that a word is; empty if it is none. Negative ones and none at all are durations, too. */
    public static Optional<Duration> exact(String text) {
        try {
            return text.startsWith("P") || text.startsWith("-P") ? Optional.of(Duration.parse(text)) : Optional.empty();
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** What somebody meant who writes them otherwise: {@code 30m}, {@code 1 hour}, {@code 0:30}, {@code 30} of minutes. */
    public static Optional<Duration> meant(String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        Matcher clock = CLOCK.matcher(typed);
        if (clock.matches()) {
            int seconds = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
            return Optional.of(Duration.ofHours(Integer.parseInt(clock.group(1)))
                    .plusMinutes(Integer.parseInt(clock.group(2)))
                    .plusSeconds(seconds));
        }
        Matcher weeks = WEEKS.matcher(typed);
        if (weeks.matches()) {
            return Optional.of(Duration.ofDays(7L * Integer.parseInt(weeks.group(1))));
        }
        Matcher minutes = MINUTES.matcher(typed);
        if (minutes.matches()) {
            return Optional.of(Duration.ofMinutes(Integer.parseInt(minutes.group(1))));
        }
        return exact(typed.toUpperCase(Locale.ROOT)).or(() -> parts(typed.replaceFirst("^pt?", "")));
    }

    private static Optional<Duration> parts(String typed) {
        Matcher part = PART.matcher(typed);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (end < typed.length() && part.find() && part.start() == end) {
            Optional<Duration> unit = unit(part.group(2));
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(unit.get().multipliedBy(Integer.parseInt(part.group(1))));
            end = part.end();
        }
        return end > 0 && end == typed.length() ? Optional.of(sum) : Optional.empty();
    }

    private static Optional<Duration> unit(String name) {
        return switch (name) {
            case "s", "sec", "secs", "second", "seconds" -> Optional.of(Duration.ofSeconds(1));
            case "m", "min", "mins", "minute", "minutes" -> Optional.of(Duration.ofMinutes(1));
            case "h", "hr", "hrs", "hour", "hours" -> Optional.of(Duration.ofHours(1));
            case "d", "day", "days" -> Optional.of(Duration.ofDays(1));
            case "w", "week", "weeks" -> Optional.of(Duration.ofDays(7));
            default -> Optional.empty();
        };
    }

    /** The length without its sign; of the lowest there is, whose opposite is none, the longest there is. */
    static Duration magnitude(Duration length) {
        return length.toSeconds() == Long.MIN_VALUE ? Duration.ofSeconds(Long.MAX_VALUE) : length.abs();
    }

    /** The word for a duration; whole days as days. */
    public static String of(Duration duration) {
        boolean wholeDays = !duration.isZero() && duration.equals(Duration.ofDays(duration.toDays()));
        return wholeDays ? "P" + duration.toDays() + "D" : duration.toString();
    }
}
