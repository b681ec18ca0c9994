package io.trainyard.benchmarks;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.trainyard.Hours;
import io.trainyard.schedule.CalendarPeriod;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.text.ParseException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * A rule, and the nearest that cron can say. Cron knows no holidays and no half days: the last weekday of a month in
 * place of the last trading day, a fixed time in place of the close. All in New York time.
 */
public enum Rule {
    /** Every Sunday at eight. */
    WEEKLY("0 0 8 ? * SUN"),
    /** The last trading day of every month at 17:00. */
    MONTHLY("0 0 17 LW * ?"),
    /** Half an hour after every close of NYSE. */
    MARKET("0 30 16 ? * MON-FRI");

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final String cron;

    Rule(String cron) {
        this.cron = cron;
    }

    Schedule trainyard() {
        TradingCalendar nyse = TradingCalendar.usEquity();
        return switch (this) {
            case WEEKLY -> Schedule.of(DateRule.every(DayOfWeek.SUNDAY), TimeRule.at(LocalTime.of(8, 0)), ZONE);
            case MONTHLY ->
                Schedule.of(DateRule.endOf(CalendarPeriod.MONTH, 0, nyse), TimeRule.at(LocalTime.of(17, 0)), ZONE);
            case MARKET ->
                Schedule.of(
                        DateRule.tradingDays(nyse),
                        TimeRule.afterClose(nyse, Duration.ofMinutes(30), Hours.REGULAR),
                        ZONE);
        };
    }

    CronExpression quartz() {
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(ZONE));
            return expression;
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    ExecutionTime cronUtils() {
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
        return ExecutionTime.forCron(parser.parse(cron));
    }

    org.springframework.scheduling.support.CronExpression spring() {
        return org.springframework.scheduling.support.CronExpression.parse(cron);
    }
}
