package io.trainyard.processor;

import io.trainyard.processor.model.Horizon;
import io.trainyard.processor.problem.Code;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at ahead: {@code -Atrainyard.horizon=10} years from {@code -Atrainyard.from=2026-01-01}, and whether
 * timetables are written, {@code -Atrainyard.timetables=on|off}.
 *
 * @param horizon the years that are proved
 * @param timetables whether timetables are written
 * @param mistakes what is wrong with the options, as whole messages
 */
record Outlook(Horizon horizon, boolean timetables, List<String> mistakes) {

    private static final String HORIZON = "trainyard.horizon";
    private static final String FROM = "trainyard.from";
    private static final String TIMETABLES = "trainyard.timetables";

    /** The options that are understood. */
    static final Set<String> OPTIONS = Set.of(HORIZON, FROM, TIMETABLES);

    /** Closures of markets are known from then on. */
    private static final LocalDate FIRST = LocalDate.of(1998, 1, 1);

    /** After it nobody knows what clocks will do. */
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private static final int MOST_YEARS = 100;

    static Outlook of(Map<String, String> options, @Nullable String epoch) {
        List<String> mistakes = new ArrayList<>(0);
        LocalDate from = from(options.get(FROM), epoch, mistakes);
        int years = years(options.get(HORIZON), mistakes);
        boolean timetables = timetables(options.get(TIMETABLES), mistakes);
        return new Outlook(new Horizon(from, years), timetables, List.copyOf(mistakes));
    }

    private static LocalDate from(@Nullable String typed, @Nullable String epoch, List<String> mistakes) {
        if (typed != null) {
            try {
                LocalDate date = LocalDate.parse(typed);
                if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
                    return date;
                }
            } catch (DateTimeException noDate) {
                // told below, as dates out of range are
            }
            mistakes.add(ProblemPrinter.text(
                    Code.TY001,
                    "-A" + FROM + "=" + typed + " is not a day to prove schedules from.",
                    "days are written yyyy-MM-dd, from " + FIRST + " to " + LAST + ".",
                    "-A" + FROM + "=2026-01-01, or remove it: schedules are proved from the day of the build"));
        } else if (epoch != null && !epoch.isEmpty()) {
            try {
                return BuildDay.of(epoch);
            } catch (IllegalArgumentException noNumber) {
                mistakes.add(ProblemPrinter.text(
                        Code.TY001,
                        "the environment's " + BuildDay.VARIABLE + "=" + epoch + " is not the day of a build.",
                        "it is a number of seconds since 1970-01-01 in UTC.",
                        BuildDay.VARIABLE + "=1767225600, or -A" + FROM + "=2026-01-01"));
            }
        }
        return BuildDay.today();
    }

    private static int years(@Nullable String typed, List<String> mistakes) {
        if (typed == null) {
            return Horizon.STANDARD_YEARS;
        }
        if (typed.matches("[0-9]{1,3}")) {
            int years = Integer.parseInt(typed);
            if (years >= 1 && years <= MOST_YEARS) {
                return years;
            }
        }
        mistakes.add(ProblemPrinter.text(
                Code.TY001,
                "-A" + HORIZON + "=" + typed + " is not for how many years schedules can be proved.",
                "it is a whole number of years, from 1 to " + MOST_YEARS + ".",
                "-A" + HORIZON + "=" + Horizon.STANDARD_YEARS));
        return Horizon.STANDARD_YEARS;
    }

    private static boolean timetables(@Nullable String typed, List<String> mistakes) {
        if (typed == null || typed.equals("on") || typed.equals("off")) {
            return !"off".equals(typed);
        }
        mistakes.add(ProblemPrinter.text(
                Code.TY001,
                "-A" + TIMETABLES + "=" + typed + " has a value that nobody knows.",
                "timetables are on or off.",
                "-A" + TIMETABLES + "=off"));
        return true;
    }
}
