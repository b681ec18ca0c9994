package io.trainyard.schedule.declared;

import static io.trainyard.schedule.declared.ScheduleElement.OFFSET;
import static io.trainyard.schedule.declared.ScheduleElement.ON;

import io.trainyard.Days;
import io.trainyard.schedule.CalendarPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Reads dates that have a name, and how far into a period they lie. */
final class NamedDates {

    private final Phrase phrase;
    private final MarketParser.Found found;
    private final MarketParser markets;
    private final Consumer<Mistake> mistakes;

    NamedDates(Phrase phrase, MarketParser.Found found, MarketParser markets, Consumer<Mistake> mistakes) {
        this.phrase = phrase;
        this.found = found;
        this.markets = markets;
        this.mistakes = mistakes;
    }

    Optional<DeclaredDates> read() {
        List<Days> named = new ArrayList<>();
        phrase.all(ON)
                .forEach(said -> ConstantWord.read(said, Days.class, mistakes).ifPresent(days -> {
                    said.addOnce(days, named, mistakes);
                    if (days == Days.TRADING_DAYS && found.market().isEmpty()) {
                        markets.missing(phrase, ON, said.spot(), said.shown());
                    }
                }));
        if (named.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt offset = phrase.states(OFFSET) ? offset(named) : OptionalInt.of(0);
        if (offset.isEmpty()
                || (named.contains(Days.TRADING_DAYS) && found.market().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(DeclaredDates.AnyOf.of(
                named.stream().map(days -> dates(days, offset.getAsInt())).toList()));
    }

    /** Says that there is nothing from which to count an offset. */
    static void offsetOfNothing(Phrase phrase, Consumer<Mistake> mistakes) {
        mistakes.accept(new Mistake(
                Mistake.Kind.NO_OFFSET,
                phrase.spot(OFFSET),
                phrase.shown(OFFSET) + " has no start or end of a period beside it.",
                "it is counted from the start or the end of weeks, months, quarters or years.",
                phrase.joined(List.of(
                        phrase.notation().say(ON, Days.MONTH_START.name()),
                        phrase.notation().say(OFFSET, phrase.words().of(OFFSET))))));
    }

    private OptionalInt offset(List<Days> named) {
        List<CalendarPeriod> periods =
                named.stream().flatMap(days -> period(days).stream()).toList();
        if (periods.isEmpty()) {
            offsetOfNothing(phrase, mistakes);
            return OptionalInt.empty();
        }
        Said said = phrase.said(OFFSET);
        OptionalInt offset = NumberWord.whole(said, mistakes);
        if (offset.isEmpty()) {
            return offset;
        }
        CalendarPeriod shortest =
                periods.stream().min(CalendarPeriod::compareTo).orElseThrow();
        int most = most(shortest);
        if (offset.getAsInt() >= 0 && offset.getAsInt() <= most) {
            return offset;
        }
        boolean negative = offset.getAsInt() < 0;
        String days = found.market().isPresent() ? "trading days" : "days";
        said.mistake(
                Mistake.Kind.NO_OFFSET,
                negative ? "is negative." : "leads out of its " + shortest + ".",
                "it counts " + days + " into the period, from its start on and from its end back: 0 to " + most
                        + " in a " + shortest + ".",
                said.with(String.valueOf(Math.min(most, Math.abs((long) offset.getAsInt())))),
                mistakes);
        return OptionalInt.empty();
    }

    private int most(CalendarPeriod period) {
        return period == CalendarPeriod.WEEK && found.market().isPresent()
                ? Math.max(found.market().get().calendar().tradingWeek().size() - 1, 0)
                : period.maximalOffset();
    }

    private DeclaredDates dates(Days days, int offset) {
        return switch (days) {
            case EVERY_DAY -> new DeclaredDates.EveryDay();
            case TRADING_DAYS -> new DeclaredDates.TradingDays(found.market().orElseThrow(), found.hours());
            case TODAY -> new DeclaredDates.Today();
            case TOMORROW -> new DeclaredDates.Tomorrow();
            case WEEK_START, MONTH_START, QUARTER_START, YEAR_START -> edge(days, true, offset);
            case WEEK_END, MONTH_END, QUARTER_END, YEAR_END -> edge(days, false, offset);
        };
    }

    private DeclaredDates edge(Days days, boolean start, int offset) {
        return new DeclaredDates.PeriodEdge(period(days).orElseThrow(), start, offset, found.market(), found.hours());
    }

    private static Optional<CalendarPeriod> period(Days days) {
        return switch (days) {
            case WEEK_START, WEEK_END -> Optional.of(CalendarPeriod.WEEK);
            case MONTH_START, MONTH_END -> Optional.of(CalendarPeriod.MONTH);
            case QUARTER_START, QUARTER_END -> Optional.of(CalendarPeriod.QUARTER);
            case YEAR_START, YEAR_END -> Optional.of(CalendarPeriod.YEAR);
            case EVERY_DAY, TRADING_DAYS, TODAY, TOMORROW -> Optional.empty();
        };
    }
}
