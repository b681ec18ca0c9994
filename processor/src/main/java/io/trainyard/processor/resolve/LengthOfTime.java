package io.trainyard.processor.resolve;

import io.trainyard.processor.problem.Code;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as ISO 8601 has them, {@code PT1H30M}: above zero, and no longer than {@link #LONGEST}. */
final class LengthOfTime {

    /** Far above every budget, and far below what arithmetic on instants can take. */
    static final Duration LONGEST = Duration.ofDays(30);

    private static final Pattern UNITS = Pattern.compile(
            "p?\\s*t?\\s*(?:([0-9]{1,4})\\s*(?:h|hr|hrs|hour|hours))?\\s*(?:([0-9]{1,5})\\s*(?:m|min|mins|minute|minutes))?"
                    + "\\s*(?:([0-9]{1,6})\\s*(?:s|sec|secs|second|seconds))?");
    /** Hours, minutes and seconds as a stopwatch shows them. */
    private static final Pattern STOPWATCH = Pattern.compile("([0-9]{1,2}):([0-5][0-9]):([0-5][0-9])");
    /** A number alone is of minutes, as tiers count; {@code PT20} lacks its unit. */
    private static final Pattern MINUTES = Pattern.compile("()(?:pt?)?([0-9]{1,4})()");

    private LengthOfTime() {}

    /** Parses the limit of a run. */
    static Parsed<Duration> parse(String text) {
        String what = "limit = \"" + text + "\" ";
        Duration length;
        try {
            length = Duration.parse(text);
        } catch (DateTimeParseException e) {
            return new Parsed.Broken<>(
                    Code.TY240,
                    what + "is not a length of time.",
                    "lengths are written as ISO 8601 has them: PT, then hours, minutes and seconds, as in PT1H30M.",
                    repaired(text).map(LengthOfTime::fix).orElse(""));
        }
        if (length.isNegative() || length.isZero()) {
            return new Parsed.Broken<>(
                    Code.TY241,
                    what + "leaves a run no time.",
                    "the limit is how long one run may take.",
                    length.isZero() ? fix(Duration.ofMinutes(10)) : fix(within(length)));
        }
        if (length.compareTo(LONGEST) > 0) {
            return new Parsed.Broken<>(
                    Code.TY241,
                    what + "is longer than a run can be.",
                    "no budget holds more than 30 days of training; the largest tier holds 90 minutes.",
                    "limit = \"PT90M\"");
        }
        return new Parsed.Value<>(length);
    }

    private static Duration within(Duration negative) {
        return negative.compareTo(LONGEST.negated()) < 0 ? LONGEST : negative.negated();
    }

    private static String fix(Duration length) {
        return "limit = \"" + length + "\"";
    }

    /** What somebody meant who writes lengths otherwise. */
    private static Optional<Duration> repaired(String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        for (Pattern pattern : List.of(MINUTES, STOPWATCH, UNITS)) {
            Matcher matcher = pattern.matcher(typed);
            if (matcher.matches()) {
                Duration length = Duration.ofHours(number(matcher.group(1)))
                        .plusMinutes(number(matcher.group(2)))
                        .plusSeconds(number(matcher.group(3)));
                return length.isZero() || length.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(length);
            }
        }
        return Optional.empty();
    }

    private static long number(String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
