package io.trainyard.processor.resolve;

import io.trainyard.processor.model.WindowLength;
import io.trainyard.processor.problem.Code;
import io.trainyard.schedule.declared.DurationWord;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of windows: ISO 8601 periods such as {@code P3M}, and durations such as {@code PT36H}, above zero. */
final class WindowWord {

    private static final String GRAMMAR =
            "windows are as long as ISO 8601 says: P2Y is two years, P3M three months, P90D 90 days, PT36H 36 hours.";

    /** A century, as other lengths of time. */
    private static final int MOST_MONTHS = 1_200;

    private static final int MOST_DAYS = 36_500;

    private static final Pattern TENOR = Pattern.compile("[0-9]{1,4}[YMWD]");
    private static final Pattern DAYS = Pattern.compile("[pP]?([0-9]{1,5})");
    /** Minutes or months, who knows. */
    private static final Pattern EITHER = Pattern.compile("[0-9]+\\s*m");

    private static final Pattern PART = Pattern.compile("\\s*([0-9]{1,4})\\s*([a-z]+)\\.?\\s*(?:,|and)?");

    private WindowWord() {}

    /**
     * Parses what is typed.
     *
     * @param instead what to type for a window of no length
     */
    static Parsed<WindowLength> parse(String element, String text, String instead) {
        String what = element + " = \"" + text + "\" ";
        Optional<WindowLength> exact = exact(text);
        if (exact.isEmpty()) {
            return new Parsed.Broken<>(
                    Code.TY260,
                    what + "is not the length of a window.",
                    GRAMMAR,
                    meant(text)
                            .filter(length -> isPositive(length) && !isTooLong(length))
                            .map(length -> fix(element, length))
                            .orElse(""));
        }
        WindowLength length = exact.get();
        if (isTooLong(length)) {
            return new Parsed.Broken<>(
                    Code.TY261,
                    what + "is longer than a history is.",
                    "windows go up to a century, P100Y.",
                    element + " = \"" + instead + "\"");
        }
        if (!isPositive(length)) {
            return new Parsed.Broken<>(
                    Code.TY261,
                    what + "is no window.",
                    "walks go forward in windows and steps above zero.",
                    opposite(length).map(other -> fix(element, other)).orElse(element + " = \"" + instead + "\""));
        }
        return new Parsed.Value<>(length);
    }

    /** The length that a word is; empty if it is none. */
    static Optional<WindowLength> exact(String text) {
        boolean looksSo = text.startsWith("P") || text.startsWith("-P");
        if (!looksSo || !text.equals(text.toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WindowLength(Period.parse(text).normalized()));
        } catch (DateTimeException | ArithmeticException noPeriod) {
            return DurationWord.exact(text).map(WindowLength::new);
        }
    }

    /** What somebody meant who writes them otherwise: {@code 2 years}, {@code 3M}, {@code 90} of days. */
    static Optional<WindowLength> meant(String text) {
        String typed = text.strip();
        Matcher days = DAYS.matcher(typed);
        if (days.matches()) {
            return Optional.of(new WindowLength(Period.ofDays(Integer.parseInt(days.group(1)))));
        }
        if (TENOR.matcher(typed).matches()) {
            return exact("P" + typed);
        }
        if (EITHER.matcher(typed).matches()) {
            return Optional.empty();
        }
        String lower = typed.toLowerCase(Locale.ROOT);
        return exact(lower.toUpperCase(Locale.ROOT))
                .or(() -> parts(lower))
                .or(() -> DurationWord.meant(typed).map(WindowLength::new));
    }

    /** How long at most what somebody meant is; empty where nobody knows. */
    static Optional<Duration> longest(String text) {
        return exact(text)
                .or(() -> meant(text))
                .filter(length -> isPositive(length) && !isTooLong(length))
                .map(WindowLength::longest);
    }

    private static Optional<WindowLength> parts(String typed) {
        Matcher part = PART.matcher(typed);
        Period sum = Period.ZERO;
        int end = 0;
        while (end < typed.length() && part.find() && part.start() == end) {
            Optional<Period> unit = unit(part.group(2));
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(unit.get().multipliedBy(Integer.parseInt(part.group(1))));
            end = part.end();
        }
        return end > 0 && end == typed.length() ? Optional.of(new WindowLength(sum)) : Optional.empty();
    }

    private static Optional<Period> unit(String name) {
        return switch (name) {
            case "y", "yr", "yrs", "year", "years" -> Optional.of(Period.ofYears(1));
            case "mo", "mos", "mon", "month", "months" -> Optional.of(Period.ofMonths(1));
            case "w", "wk", "wks", "week", "weeks" -> Optional.of(Period.ofDays(7));
            case "d", "day", "days" -> Optional.of(Period.ofDays(1));
            default -> Optional.empty();
        };
    }

    private static Optional<WindowLength> opposite(WindowLength length) {
        try {
            WindowLength other = new WindowLength(
                    length.amount() instanceof Period period
                            ? period.negated()
                            : ((Duration) length.amount()).negated());
            return isPositive(other) && !isTooLong(other) ? Optional.of(other) : Optional.empty();
        } catch (ArithmeticException lowest) {
            return Optional.empty();
        }
    }

    private static boolean isPositive(WindowLength length) {
        return length.amount() instanceof Period period
                ? !period.isNegative() && !period.isZero()
                : !((Duration) length.amount()).isNegative() && !((Duration) length.amount()).isZero();
    }

    @SuppressWarnings("JavaPeriodGetDays") // months are looked at beside them
    private static boolean isTooLong(WindowLength length) {
        return length.amount() instanceof Period period
                ? period.toTotalMonths() > MOST_MONTHS || period.getDays() > MOST_DAYS
                : ((Duration) length.amount()).compareTo(Duration.ofDays(MOST_DAYS)) > 0;
    }

    private static String fix(String element, WindowLength length) {
        return element + " = \"" + length + "\"";
    }
}
