package io.trainyard.schedule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Hours;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The expressions of LEAN's table of names in our words. LEAN's names differ on purpose: some are shared by two rules, some
 * say before where they mean after, and times are rounded to hundredths of an hour.
 */
class RuleNamesTest {

    private static final TradingCalendar SPY = TradingCalendar.usEquity();
    private static final List<TradingCalendar> MARKETS = List.of(TradingCalendar.forex(), SPY);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private record Named(Object rule, String words) {}

    private static final Map<String, Named> OURS = Map.ofEntries(
            rule("WeekEnd()", DateRule.endOf(CalendarPeriod.WEEK, 0), "on Friday of every week"),
            rule("WeekEnd(1)", DateRule.endOf(CalendarPeriod.WEEK, 1), "on 1 day before Friday of every week"),
            rule(
                    "WeekEnd(SPY)",
                    DateRule.endOf(CalendarPeriod.WEEK, 0, SPY),
                    "on the last trading day of NYSE in every week"),
            rule(
                    "WeekEnd(SPY,2)",
                    DateRule.endOf(CalendarPeriod.WEEK, 2, SPY),
                    "on the second trading day before the last trading day of NYSE in every week"),
            rule("WeekStart()", DateRule.startOf(CalendarPeriod.WEEK, 0), "on Monday of every week"),
            rule("WeekStart(1)", DateRule.startOf(CalendarPeriod.WEEK, 1), "on 1 day after Monday of every week"),
            rule(
                    "WeekStart(SPY)",
                    DateRule.startOf(CalendarPeriod.WEEK, 0, SPY),
                    "on the first trading day of NYSE in every week"),
            rule(
                    "WeekStart(SPY,3)",
                    DateRule.startOf(CalendarPeriod.WEEK, 3, SPY),
                    "on the third trading day after the first trading day of NYSE in every week"),
            rule("MonthStart()", DateRule.startOf(CalendarPeriod.MONTH, 0), "on the first day of every month"),
            rule(
                    "MonthStart(5)",
                    DateRule.startOf(CalendarPeriod.MONTH, 5),
                    "on the fifth day after the first day of every month"),
            rule(
                    "MonthEnd(5)",
                    DateRule.endOf(CalendarPeriod.MONTH, 5),
                    "on the fifth day before the last day of every month"),
            rule(
                    "QuarterStart(SPY,2)",
                    DateRule.startOf(CalendarPeriod.QUARTER, 2, SPY),
                    "on the second trading day after the first trading day of NYSE in every quarter"),
            rule(
                    "QuarterEnd(2)",
                    DateRule.endOf(CalendarPeriod.QUARTER, 2),
                    "on the second day before the last day of every quarter"),
            rule(
                    "YearStart(10)",
                    DateRule.startOf(CalendarPeriod.YEAR, 10),
                    "on the 10th day after the first day of every year"),
            rule(
                    "YearEnd(SPY,10)",
                    DateRule.endOf(CalendarPeriod.YEAR, 10, SPY),
                    "on the 10th trading day before the last trading day of NYSE in every year"),
            rule("EveryDay()", DateRule.everyDay(), "every day"),
            rule("EveryDay(SPY)", DateRule.tradingDays(SPY), "every trading day of NYSE"),
            rule("Today", DateRule.today(), "on the day of deployment"),
            rule("Tomorrow", DateRule.tomorrow(), "on the day after deployment"),
            rule("Every(Monday)", DateRule.every(MONDAY), "every Monday"),
            rule("Every(Monday,Friday)", DateRule.every(MONDAY, FRIDAY), "every Monday and Friday"),
            rule("TimeRules.At(9:31)", TimeRule.at(LocalTime.of(9, 31)), "at 09:31"),
            rule("TimeRules.At(12:00)", TimeRule.at(LocalTime.of(12, 0)), "at 12:00"),
            // noon is twelve o'clock: one rule, one name
            rule("TimeRules.Noon", TimeRule.noon(), "at 12:00"),
            rule("TimeRules.Midnight", TimeRule.midnight(), "at 00:00"),
            rule("TimeRules.Now", TimeRule.now(), "at the moment of deployment"),
            rule("TimeRules.Every(30 min)", TimeRule.every(HALF_HOUR), "every 30 minutes"),
            rule("TimeRules.Every(1.5 s)", TimeRule.every(Duration.ofMillis(1500)), "every 1.5 seconds"),
            rule(
                    "TimeRules.AfterMarketOpen(30) no symbol",
                    TimeRule.afterFirstOpen(MARKETS, HALF_HOUR, Hours.REGULAR),
                    "30 minutes after the first regular open of forex and NYSE"),
            rule(
                    "TimeRules.AfterMarketOpen(0) no symbol",
                    TimeRule.afterFirstOpen(MARKETS, Duration.ZERO, Hours.REGULAR),
                    "at the first regular open of forex and NYSE"),
            rule(
                    "TimeRules.BeforeMarketClose(30,extended) no symbol",
                    TimeRule.afterLastClose(MARKETS, HALF_HOUR.negated(), Hours.EXTENDED),
                    "30 minutes before the last extended close of forex and NYSE"),
            rule(
                    "TimeRules.BeforeMarketClose(0) no symbol",
                    TimeRule.afterLastClose(MARKETS, Duration.ZERO, Hours.REGULAR),
                    "at the last regular close of forex and NYSE"),
            rule(
                    "TimeRules.BeforeMarketOpen(SPY,30,false)",
                    TimeRule.beforeOpen(SPY, HALF_HOUR, Hours.REGULAR),
                    "30 minutes before the regular open of NYSE"),
            rule(
                    "TimeRules.BeforeMarketOpen(SPY,30,true)",
                    TimeRule.beforeOpen(SPY, HALF_HOUR, Hours.EXTENDED),
                    "30 minutes before the extended open of NYSE"),
            rule(
                    "TimeRules.AfterMarketClose(SPY,30,false)",
                    TimeRule.afterClose(SPY, HALF_HOUR, Hours.REGULAR),
                    "30 minutes after the regular close of NYSE"),
            rule(
                    "TimeRules.AfterMarketClose(SPY,30,true)",
                    TimeRule.afterClose(SPY, HALF_HOUR, Hours.EXTENDED),
                    "30 minutes after the extended close of NYSE"));

    private static Map.Entry<String, Named> rule(String expression, Object rule, String words) {
        return entry(expression, new Named(rule, words));
    }

    static Stream<CaseTable.Row> expressions() {
        return CaseTable.rows("rule-names").filter(row -> !row.get("expression").startsWith("event name"));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void every_expression_has_a_name_of_its_own(CaseTable.Row row) {
        Named ours = Objects.requireNonNull(OURS.get(row.get("expression")), row.get("expression"));
        assertThat(ours.rule()).hasToString(ours.words());
        assertThat(OURS.values().stream()
                        .filter(other -> other.words().equals(ours.words()))
                        .map(Named::rule)
                        .distinct())
                .hasSize(1);
    }

    /** RN-37, RN-38: an event is named by its rules. */
    @Test
    void a_schedule_is_named_by_its_dates_times_and_zone() {
        assertThat(Schedule.of(
                        DateRule.endOf(CalendarPeriod.MONTH, 21),
                        TimeRule.beforeClose(SPY, Duration.ofSeconds(90), Hours.REGULAR),
                        SPY.zone()))
                .hasToString("on the 21st day before the last day of every month 1 minute 30 seconds before the regular"
                        + " close of NYSE, America/New_York");
        assertThat(Schedule.atDeployment()).hasToString("once, at deployment");
    }
}
