package io.trainyard.processor.resolve;

import io.trainyard.processor.problem.Code;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Times of day: {@code HH:mm} or {@code HH:mm:ss}, from {@code 00:00} to {@code 23:59:59}. */
final class TimeOfDay {

    private static final Pattern EXACT = Pattern.compile("([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?");
    private static final Pattern LOOSE =
            Pattern.compile("([0-9]{1,2})(?:\\s*[:.h]\\s*([0-9]{2})(?:\\s*[:.]\\s*([0-9]{2}))?)?\\s*([ap]\\.?m\\.?)?");
    private static final Pattern DIGITS = Pattern.compile("([0-9]{1,2})([0-9]{2})()\\s*([ap]\\.?m\\.?)?");
    private static final Pattern END_OF_DAY = Pattern.compile("24[:.h]?00(?:[:.]00)?");

    private TimeOfDay() {}

    /**
     * Parses a time of day.
     *
     * @param days the days that stand beside it, which {@code 24:00} moves on by one
     */
    static Parsed<LocalTime> parse(String text, List<DayOfWeek> days) {
        Matcher exact = EXACT.matcher(text);
        if (exact.matches()) {
            Optional<LocalTime> time = time(exact, "");
            if (time.isPresent()) {
                return new Parsed.Value<>(time.get());
            }
        }
        String what = "at = \"" + text + "\" is not a time of day.";
        if (END_OF_DAY.matcher(text.strip()).matches()) {
            return new Parsed.Broken<>(
                    Code.TY201,
                    what,
                    "a day begins at 00:00, and the midnight that ends it is the 00:00 of the next day.",
                    dayAfter(days) + "at = \"00:00\"");
        }
        return new Parsed.Broken<>(
                Code.TY201,
                what,
                "times are written HH:mm or HH:mm:ss, two digits each, from 00:00 to 23:59:59.",
                repaired(text).map(time -> "at = \"" + time + "\"").orElse(""));
    }

    /** What somebody meant who writes times otherwise. */
    private static Optional<LocalTime> repaired(String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        switch (typed) {
            case "noon", "midday" -> {
                return Optional.of(LocalTime.NOON);
            }
            case "midnight" -> {
                return Optional.of(LocalTime.MIDNIGHT);
            }
            default -> {
                // a number of some sort, or nothing that can be repaired
            }
        }
        for (Pattern pattern : List.of(DIGITS, LOOSE)) {
            Matcher matcher = pattern.matcher(typed);
            if (matcher.matches()) {
                String half = matcher.group(4) == null ? "" : matcher.group(4).substring(0, 1);
                return time(matcher, half);
            }
        }
        return Optional.empty();
    }

    /**
     * The time of the first three groups, if there is one.
     *
     * @param half {@code a} before noon, {@code p} after it, empty for a clock of 24 hours
     */
    private static Optional<LocalTime> time(Matcher matcher, String half) {
        int hour = number(matcher.group(1));
        int minute = number(matcher.group(2));
        int second = number(matcher.group(3));
        if (!half.isEmpty()) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (half.equals("p") ? 12 : 0);
        }
        return hour < 24 && minute < 60 && second < 60
                ? Optional.of(LocalTime.of(hour, minute, second))
                : Optional.empty();
    }

    private static int number(String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String dayAfter(List<DayOfWeek> days) {
        if (days.isEmpty()) {
            return "";
        }
        String names = days.stream().map(day -> day.plus(1).name()).collect(Collectors.joining(", "));
        return "day = " + (days.size() == 1 ? names : "{" + names + "}") + ", ";
    }
}
