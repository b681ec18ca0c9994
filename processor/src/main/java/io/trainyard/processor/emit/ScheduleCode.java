package io.trainyard.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.trainyard.Gap;
import io.trainyard.Hours;
import io.trainyard.Overlap;
import io.trainyard.schedule.CalendarPeriod;
import io.trainyard.schedule.Misfires;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.Trigger;
import io.trainyard.schedule.WallClock;
import io.trainyard.schedule.declared.Declaration;
import io.trainyard.schedule.declared.DeclaredTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** The code of declared schedules: typed values, with nothing left to parse. */
final class ScheduleCode {

    private final ZoneId zone;
    private final MarketCode markets;
    private final DateCode dates;

    /**
     * The code of the schedules of a strategy.
     *
     * @param strategy its class
     * @param zone its zone, which the code calls {@code ZONE}
     */
    ScheduleCode(ClassName strategy, ZoneId zone) {
        this.zone = zone;
        this.markets = new MarketCode(strategy);
        this.dates = new DateCode(markets);
    }

    /*
     * Trigger.of(Schedule.atDeployment())
     * Trigger.of(Schedule.of(DateRule.every(DayOfWeek.SUNDAY), TimeRule.at(LocalTime.of(8, 0)), ZONE))
     * new Trigger(Schedule.of(DateRule.everyDay(), TimeRule.noon(), ZONE), Misfires.all(Duration.ofHours(6)))
     */
    CodeBlock trigger(Declaration declaration) {
        if (!(declaration instanceof Declaration.Recurring recurring)) {
            return CodeBlock.of("$T.of($T.atDeployment())", Trigger.class, Schedule.class);
        }
        CodeBlock schedule = CodeBlock.of(
                "$T.of($L, $L, $L)",
                Schedule.class,
                dates.of(recurring.dates()),
                times(recurring.times()),
                clock(recurring.clock()));
        return recurring.misfires().equals(Trigger.STANDARD_MISFIRES)
                ? CodeBlock.of("$T.of($L)", Trigger.class, schedule)
                : CodeBlock.of("new $T($L, $L)", Trigger.class, schedule, misfires(recurring.misfires()));
    }

    /*
     * TimeRule.anyOf(TimeRule.at(LocalTime.of(8, 0)), TimeRule.now())
     */
    private CodeBlock times(List<DeclaredTime> times) {
        List<CodeBlock> rules = times.stream().map(this::time).toList();
        return rules.size() == 1
                ? rules.get(0)
                : CodeBlock.of("$T.anyOf($L)", TimeRule.class, rules.stream().collect(CodeBlock.joining(", ")));
    }

    /*
     * TimeRule.at(LocalTime.of(8, 0))
     * TimeRule.every(Duration.ofMinutes(30), LocalTime.of(18, 0), LocalTime.of(23, 0))
     * TimeRule.afterOpen(TradingCalendar.usEquity(), Duration.ofMinutes(30), Hours.REGULAR)
     */
    private CodeBlock time(DeclaredTime time) {
        if (time instanceof DeclaredTime.At at) {
            return CodeBlock.of("$T.at($L)", TimeRule.class, time(at.time()));
        }
        if (time instanceof DeclaredTime.Now) {
            return CodeBlock.of("$T.now()", TimeRule.class);
        }
        if (time instanceof DeclaredTime.Every every) {
            return CodeBlock.of("$T.every($L)", TimeRule.class, length(every.interval()));
        }
        if (time instanceof DeclaredTime.EveryBetween window) {
            return CodeBlock.of(
                    "$T.every($L, $L, $L)",
                    TimeRule.class,
                    length(window.interval()),
                    time(window.from()),
                    time(window.to()));
        }
        if (time instanceof DeclaredTime.FromMarket from) {
            return CodeBlock.of(
                    "$T.$L($L, $L, $L)",
                    TimeRule.class,
                    switch (from.from()) {
                        case AFTER_OPEN -> "afterOpen";
                        case BEFORE_OPEN -> "beforeOpen";
                        case AFTER_CLOSE -> "afterClose";
                        case BEFORE_CLOSE -> "beforeClose";
                    },
                    markets.of(from.market()),
                    length(from.length()),
                    hours(from.hours()));
        }
        throw new IllegalArgumentException("no code for " + time);
    }

    /*
     * ZONE
     * ZoneId.of("Asia/Tokyo")
     * WallClock.of(ZONE).with(Gap.SKIP).with(Overlap.BOTH)
     */
    private CodeBlock clock(WallClock clock) {
        CodeBlock where = clock.zone().equals(zone)
                ? CodeBlock.of("$L", WiringNames.ZONE)
                : CodeBlock.of("$T.of($S)", ZoneId.class, clock.zone().getId());
        WallClock usual = WallClock.of(clock.zone());
        if (clock.equals(usual)) {
            return where;
        }
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of($L)", WallClock.class, where);
        if (clock.gap() != usual.gap()) {
            code.add(".with($T.$L)", Gap.class, clock.gap().name());
        }
        if (clock.overlap() != usual.overlap()) {
            code.add(".with($T.$L)", Overlap.class, clock.overlap().name());
        }
        return code.build();
    }

    /*
     * Misfires.skip()
     * Misfires.all(Duration.ofHours(6))
     */
    private static CodeBlock misfires(Misfires misfires) {
        return switch (misfires.policy()) {
            case SKIP -> CodeBlock.of("$T.skip()", Misfires.class);
            case ONCE -> CodeBlock.of("$T.once($L)", Misfires.class, length(misfires.maximalLateness()));
            case ALL -> CodeBlock.of("$T.all($L)", Misfires.class, length(misfires.maximalLateness()));
        };
    }

    /*
     * LocalTime.of(8, 0)
     */
    private static CodeBlock time(LocalTime time) {
        return time.getSecond() == 0
                ? CodeBlock.of("$T.of($L, $L)", LocalTime.class, time.getHour(), time.getMinute())
                : CodeBlock.of(
                        "$T.of($L, $L, $L)", LocalTime.class, time.getHour(), time.getMinute(), time.getSecond());
    }

    /*
     * Duration.ofMinutes(10), in the largest unit of which there is a whole number
     */
    static CodeBlock length(Duration length) {
        if (length.isZero()) {
            return CodeBlock.of("$T.ZERO", Duration.class);
        }
        if (length.getNano() != 0) {
            return CodeBlock.of("$T.ofSeconds($L, $L)", Duration.class, length.getSeconds(), length.getNano());
        }
        long seconds = length.getSeconds();
        if (seconds % 86_400 == 0) {
            return CodeBlock.of("$T.ofDays($L)", Duration.class, seconds / 86_400);
        }
        if (seconds % 3_600 == 0) {
            return CodeBlock.of("$T.ofHours($L)", Duration.class, seconds / 3_600);
        }
        return seconds % 60 == 0
                ? CodeBlock.of("$T.ofMinutes($L)", Duration.class, seconds / 60)
                : CodeBlock.of("$T.ofSeconds($L)", Duration.class, seconds);
    }

    static CodeBlock hours(Hours hours) {
        return CodeBlock.of("$T.$L", Hours.class, hours.name());
    }

    static CodeBlock period(CalendarPeriod period) {
        return CodeBlock.of("$T.$L", CalendarPeriod.class, period.name());
    }

    static CodeBlock date(LocalDate date) {
        return CodeBlock.of(
                "$T.of($L, $L, $L)", LocalDate.class, date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }
}
