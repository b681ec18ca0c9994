package io.trainyard.schedule.declared;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day: {@code HH:mm} or {@code HH:mm:ss}, from {@code 00:00} to {@code 23:59:59}, {@code midnight}, {@code noon}. */
final class TimeOfDay {

    private static final Pattern EXACT = Pattern.compile("([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?");
    private static final Pattern LOOSE =
            Pattern.compile("([0-9]{1,2})(?:\\s*[:.h]\\s*([0-9]{2})(?:\\s*[:.]\\s*([0-9]{2}))?)?\\s*([ap]\\.?m\\.?)?");
    private static final Pattern DIGITS = Pattern.compile("([0-9]{1,2})([0-9]{2})()\\s*([ap]\\.?m\\.?)?");
    private static final Pattern END_OF_DAY = Pattern.compile("24[:.h]?00(?:[:.]00)?");

    private TimeOfDay() {}

    /** The word for the moment of deployment, which is no time of day. */
    static final String NOW = "now";

    private static final Map<String, LocalTime> WORDS = Map.of("midnight", LocalTime.MIDNIGHT, "noon", LocalTime.NOON);

    /**
     * Reads a time of day.
     *
     * @param days the days that stand beside it, which {@code 24:00} moves on by one
     */
    static Optional<LocalTime> read(Said said, List<DayOfWeek> days, Consumer<Mistake> mistakes) {
        String text = said.text();
        Matcher exact = EXACT.matcher(text);
        Optional<LocalTime> time = exact.matches() ? time(exact, "") : Optional.ofNullable(WORDS.get(text));
        if (time.isPresent()) {
            return time;
        }
        if (END_OF_DAY.matcher(text.strip()).matches()) {
            said.mistake(
                    Mistake.Kind.NO_TIME_OF_DAY,
                    "is not a time of day.",
                    "a day begins at 00:00, and the midnight that ends it is the 00:00 of the next day.",
                    endOfDay(said, days),
                    mistakes);
            return Optional.empty();
        }
        said.mistake(
                Mistake.Kind.NO_TIME_OF_DAY,
                "is not a time of day.",
                "times are written HH:mm or HH:mm:ss, two digits each, from 00:00 to 23:59:59.",
                repaired(text).map(said::with).orElse(""),
                mistakes);
        return Optional.empty();
    }

    /** What somebody meant who writes times otherwise. */
    private static Optional<String> repaired(String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        if (WORDS.containsKey(typed) || typed.equals(NOW)) {
            return Optional.of(typed);
        }
        if (typed.equals("midday")) {
            return Optional.of("noon");
        }
        for (Pattern pattern : List.of(DIGITS, LOOSE)) {
            Matcher matcher = pattern.matcher(typed);
            if (matcher.matches()) {
                String half = matcher.group(4) == null ? "" : matcher.group(4).substring(0, 1);
                return time(matcher, half).map(LocalTime::toString);
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

    private static String endOfDay(Said said, List<DayOfWeek> days) {
        String midnight = said.with("00:00");
        if (said.element() != ScheduleElement.AT || days.isEmpty()) {
            return said.element() == ScheduleElement.BETWEEN ? midnight : "";
        }
        if (!said.alone()) {
            // the days of the other times stay as they are
            return "";
        }
        List<String> after = days.stream().map(day -> day.plus(1).name()).toList();
        return said.notation().join(List.of(said.notation().say(ScheduleElement.DAY, after), midnight));
    }
}
