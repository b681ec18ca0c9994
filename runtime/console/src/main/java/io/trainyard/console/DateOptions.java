package io.trainyard.console;

import io.trainyard.ClosedDates;
import io.trainyard.Hours;
import io.trainyard.schedule.CalendarPeriod;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say on which dates. */
final class DateOptions {

    @Option(
            names = "--day",
            paramLabel = "DAY",
            split = ",",
            order = 1,
            description = "Days of the week, such as SUNDAY,WEDNESDAY.")
    private List<DayOfWeek> days = new ArrayList<>();

    @Option(
            names = "--nth",
            paramLabel = "N",
            order = 2,
            description = "With --day: the n-th in each month, 1 to 5; -1 is the last.")
    private @Nullable Integer nth;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            split = ",",
            order = 3,
            converter = Converters.ToDate.class,
            description = "These dates, yyyy-MM-dd.")
    private List<LocalDate> dates = new ArrayList<>();

    @Option(names = "--every-day", order = 4, description = "Every date.")
    private boolean everyDay;

    @Option(names = "--trading-days", order = 5, description = "Every trading day of --market.")
    private boolean tradingDays;

    @Option(
            names = "--every-weeks",
            paramLabel = "N",
            order = 6,
            description = "Every n weeks, counted from --anchor on.")
    private @Nullable Integer everyWeeks;

    @Option(
            names = "--anchor",
            paramLabel = "DATE",
            order = 7,
            converter = Converters.ToDate.class,
            description = "The first date of --every-weeks.")
    private @Nullable LocalDate anchor;

    private static final String OFFSET = "so many days after it, by trading days with --market. Default: 0.";
    private static final String BACK = "so many days before it, by trading days with --market. Default: 0.";

    @Option(
            names = "--week-start",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "0",
            order = 10,
            description = "The first day of each week, or " + OFFSET)
    private @Nullable Integer weekStart;

    @Option(
            names = "--week-end",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "0",
            order = 11,
            description = "The last day of each week, or " + BACK)
    private @Nullable Integer weekEnd;

    @Option(
            names = "--month-start",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "0",
            order = 12,
            description = "The same of each month.")
    private @Nullable Integer monthStart;

    @Option(names = "--month-end", paramLabel = "N", arity = "0..1", fallbackValue = "0", order = 13)
    private @Nullable Integer monthEnd;

    @Option(
            names = "--quarter-start",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "0",
            order = 14,
            description = "The same of each quarter.")
    private @Nullable Integer quarterStart;

    @Option(names = "--quarter-end", paramLabel = "N", arity = "0..1", fallbackValue = "0", order = 15)
    private @Nullable Integer quarterEnd;

    @Option(
            names = "--year-start",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "0",
            order = 16,
            description = "The same of each year.")
    private @Nullable Integer yearStart;

    @Option(names = "--year-end", paramLabel = "N", arity = "0..1", fallbackValue = "0", order = 17)
    private @Nullable Integer yearEnd;

    @Option(
            names = "--except",
            paramLabel = "DATE",
            split = ",",
            order = 20,
            converter = Converters.ToDate.class,
            description = "Not on these dates.")
    private List<LocalDate> except = new ArrayList<>();

    @Option(
            names = "--on-closed",
            paramLabel = "POLICY",
            order = 21,
            description = "What becomes of a date on which --market is closed: skip, next or previous trading day.")
    private @Nullable ClosedDates onClosed;

    /** Whether any of the options is given. */
    boolean areGiven() {
        return everyDay
                || tradingDays
                || !days.isEmpty()
                || !dates.isEmpty()
                || !except.isEmpty()
                || Stream.of(
                                nth,
                                everyWeeks,
                                anchor,
                                weekStart,
                                weekEnd,
                                monthStart,
                                monthEnd,
                                quarterStart,
                                quarterEnd,
                                yearStart,
                                yearEnd,
                                onClosed)
                        .anyMatch(Objects::nonNull);
    }

    /**
     * The rule that the options make.
     *
     * @throws IllegalArgumentException if they make none, or several
     */
    DateRule rule(@Nullable TradingCalendar market, Hours hours) {
        Map<String, DateRule> rules = rules(market, hours);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("no dates are given: say on which, such as --day SUNDAY, --every-day,"
                    + " --month-start or --date 2026-01-02");
        }
        if (rules.size() > 1) {
            throw new IllegalArgumentException(
                    String.join(" and ", rules.keySet()) + " each give dates of their own: give one of them");
        }
        if (anchor != null && everyWeeks == null) {
            throw new IllegalArgumentException("--anchor counts the weeks of --every-weeks: give both");
        }
        DateRule rule = rules.values().iterator().next();
        if (onClosed != null) {
            rule = rule.onClosed(required(market, "--on-closed"), onClosed);
        }
        return rule.except(except.toArray(LocalDate[]::new));
    }

    private Map<String, DateRule> rules(@Nullable TradingCalendar market, Hours hours) {
        Map<String, DateRule> rules = new LinkedHashMap<>();
        if (nth != null) {
            if (days.size() != 1) {
                throw new IllegalArgumentException(
                        "--nth counts one day of the week in each month: --nth " + nth + " --day FRIDAY");
            }
            rules.put("--nth", DateRule.nth(nth, days.get(0)));
        } else if (!days.isEmpty()) {
            rules.put("--day", DateRule.every(days));
        }
        if (!dates.isEmpty()) {
            rules.put("--date", DateRule.on(dates));
        }
        if (everyDay) {
            rules.put("--every-day", DateRule.everyDay());
        }
        if (tradingDays) {
            rules.put("--trading-days", DateRule.tradingDays(required(market, "--trading-days"), hours));
        }
        if (everyWeeks != null) {
            if (anchor == null) {
                throw new IllegalArgumentException(
                        "--every-weeks counts from a date: --every-weeks " + everyWeeks + " --anchor 2026-01-04");
            }
            rules.put("--every-weeks", DateRule.everyWeeks(everyWeeks, anchor));
        }
        edge(rules, "--week", CalendarPeriod.WEEK, weekStart, weekEnd, market, hours);
        edge(rules, "--month", CalendarPeriod.MONTH, monthStart, monthEnd, market, hours);
        edge(rules, "--quarter", CalendarPeriod.QUARTER, quarterStart, quarterEnd, market, hours);
        edge(rules, "--year", CalendarPeriod.YEAR, yearStart, yearEnd, market, hours);
        return rules;
    }

    private static void edge(
            Map<String, DateRule> rules,
            String name,
            CalendarPeriod period,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable TradingCalendar market,
            Hours hours) {
        if (start != null) {
            rules.put(
                    name + "-start",
                    market == null ? DateRule.startOf(period, start) : DateRule.startOf(period, start, market, hours));
        }
        if (end != null) {
            rules.put(
                    name + "-end",
                    market == null ? DateRule.endOf(period, end) : DateRule.endOf(period, end, market, hours));
        }
    }

    private static TradingCalendar required(@Nullable TradingCalendar market, String option) {
        if (market == null) {
            throw new IllegalArgumentException(option + " needs a market: add --market us-equity");
        }
        return market;
    }
}
