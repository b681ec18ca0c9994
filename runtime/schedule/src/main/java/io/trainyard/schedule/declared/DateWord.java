package io.trainyard.schedule.declared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates: {@code yyyy-MM-dd}. */
final class DateWord {

    private static final Pattern EXACT = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})(?:\\s*[-/.]\\s*)?([0-9]{1,2})(?:\\s*[-/.]\\s*)?([0-9]{1,2})");
    private static final Pattern YEAR_LAST =
            Pattern.compile("([0-9]{1,2})\\s*([-/.])\\s*([0-9]{1,2})\\s*\\2\\s*([0-9]{4})");

    private DateWord() {}

    static Optional<LocalDate> read(Said said, Consumer<Mistake> mistakes) {
        Matcher exact = EXACT.matcher(said.text());
        if (!exact.matches()) {
            said.mistake(
                    Mistake.Kind.NO_DATE,
                    "is not a date.",
                    "dates are written yyyy-MM-dd, year first.",
                    repaired(said.text().strip())
                            .map(LocalDate::toString)
                            .map(said::with)
                            .orElse(""),
                    mistakes);
            return Optional.empty();
        }
        int year = Integer.parseInt(exact.group(1));
        int month = Integer.parseInt(exact.group(2));
        Optional<LocalDate> date = date(year, month, Integer.parseInt(exact.group(3)));
        if (date.isEmpty()) {
            said.mistake(
                    Mistake.Kind.NO_DATE,
                    "is not in the calendar.",
                    month < 1 || month > 12 ? "a year has the months 01 to 12." : length(YearMonth.of(year, month)),
                    "",
                    mistakes);
        }
        return date;
    }

    private static String length(YearMonth month) {
        String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return (month.getMonth() == Month.FEBRUARY ? name + " " + month.getYear() : name) + " has the days 01 to "
                + month.lengthOfMonth() + ".";
    }

    private static Optional<LocalDate> repaired(String typed) {
        Matcher first = YEAR_FIRST.matcher(typed);
        if (first.matches()) {
            return date(number(first, 1), number(first, 2), number(first, 3));
        }
        Matcher last = YEAR_LAST.matcher(typed);
        if (!last.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> dayFirst = date(number(last, 4), number(last, 3), number(last, 1));
        Optional<LocalDate> monthFirst = date(number(last, 4), number(last, 1), number(last, 3));
        // 02.01.2026 is January's where dots are written; 02/01/2026 is anybody's
        if (last.group(2).equals(".") || monthFirst.isEmpty()) {
            return dayFirst;
        }
        return dayFirst.isEmpty() ? monthFirst : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
