package io.trainyard.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.trainyard.ClosedDates;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.declared.DeclaredDates;
import java.time.DayOfWeek;
import java.util.List;

/**
 * The code of declared dates.
 *
 * @param markets the code of markets
 */
record DateCode(MarketCode markets) {

    /*
     * DateRule.every(DayOfWeek.SUNDAY)
     * DateRule.nth(3, DayOfWeek.FRIDAY)
     * DateRule.on(LocalDate.of(2026, 1, 2))
     * DateRule.everyDay()
     */
    CodeBlock of(DeclaredDates dates) {
        if (dates instanceof DeclaredDates.Weekdays weekdays) {
            return rule(
                    "every", join(weekdays.days().stream().map(DateCode::day).toList()));
        }
        if (dates instanceof DeclaredDates.Nth nth) {
            return rule("nth", CodeBlock.of("$L", nth.n()), day(nth.day()));
        }
        if (dates instanceof DeclaredDates.Given given) {
            return rule(
                    "on", join(given.dates().stream().map(ScheduleCode::date).toList()));
        }
        if (dates instanceof DeclaredDates.EveryWeeks weeks) {
            return rule("everyWeeks", CodeBlock.of("$L", weeks.weeks()), ScheduleCode.date(weeks.anchor()));
        }
        if (dates instanceof DeclaredDates.EveryDay) {
            return rule("everyDay");
        }
        if (dates instanceof DeclaredDates.Today) {
            return rule("today");
        }
        if (dates instanceof DeclaredDates.Tomorrow) {
            return rule("tomorrow");
        }
        if (dates instanceof DeclaredDates.TradingDays days) {
            return rule("tradingDays", markets.of(days.market()), ScheduleCode.hours(days.hours()));
        }
        return dates instanceof DeclaredDates.PeriodEdge edge ? edge(edge) : combined(dates);
    }

    /*
     * DateRule.endOf(CalendarPeriod.MONTH, 2, TradingCalendar.usEquity(), Hours.REGULAR)
     */
    private CodeBlock edge(DeclaredDates.PeriodEdge edge) {
        String call = edge.start() ? "startOf" : "endOf";
        CodeBlock period = ScheduleCode.period(edge.period());
        CodeBlock offset = CodeBlock.of("$L", edge.offset());
        return edge.market()
                .map(market -> rule(call, period, offset, markets.of(market), ScheduleCode.hours(edge.hours())))
                .orElseGet(() -> rule(call, period, offset));
    }

    /*
     * DateRule.anyOf(List.of(DateRule.every(DayOfWeek.MONDAY), DateRule.today()))
     * DateRule.every(DayOfWeek.MONDAY).and(DateRule.startOf(CalendarPeriod.MONTH, 0))
     * DateRule.every(DayOfWeek.MONDAY).onClosed(TradingCalendar.usEquity(), ClosedDates.NEXT, Hours.REGULAR)
     * DateRule.everyDay().except(DateRule.on(LocalDate.of(2026, 12, 24)))
     */
    private CodeBlock combined(DeclaredDates dates) {
        if (dates instanceof DeclaredDates.AnyOf any) {
            return rule(
                    "anyOf",
                    CodeBlock.of(
                            "$T.of($L)",
                            List.class,
                            join(any.parts().stream().map(this::of).toList())));
        }
        if (dates instanceof DeclaredDates.Both both) {
            return CodeBlock.of("$L.and($L)", of(both.left()), of(both.right()));
        }
        if (dates instanceof DeclaredDates.Open open) {
            return CodeBlock.of(
                    "$L.onClosed($L, $T.$L, $L)",
                    of(open.dates()),
                    markets.of(open.market()),
                    ClosedDates.class,
                    open.policy().name(),
                    ScheduleCode.hours(open.hours()));
        }
        if (dates instanceof DeclaredDates.Without without) {
            return CodeBlock.of("$L.except($L)", of(without.dates()), of(without.excluded()));
        }
        throw new IllegalArgumentException("no code for " + dates);
    }

    private static CodeBlock rule(String call, CodeBlock... arguments) {
        return CodeBlock.of("$T.$L($L)", DateRule.class, call, join(List.of(arguments)));
    }

    private static CodeBlock join(List<CodeBlock> parts) {
        return CodeBlock.join(parts, ", ");
    }

    private static CodeBlock day(DayOfWeek day) {
        return CodeBlock.of("$T.$L", DayOfWeek.class, day);
    }
}
