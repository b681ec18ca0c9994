package io.trainyard.schedule.declared;

import io.trainyard.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Says what a declaration lacks. */
final class Missing {

    private final ScheduleWords words;
    private final Notation notation;
    private final Consumer<Mistake> mistakes;

    Missing(ScheduleWords words, Notation notation, Consumer<Mistake> mistakes) {
        this.words = words;
        this.notation = notation;
        this.mistakes = mistakes;
    }

    /**
     * Says so if dates or times are missing.
     *
     * @param dates whether there are dates
     * @param times whether there are times
     * @param mistaken whether something is wrong already with what says how to read them
     */
    void complain(boolean dates, boolean times, boolean mistaken) {
        Optional<ScheduleElement> combination =
                ScheduleElement.COMBINATIONS.stream().filter(words::states).findFirst();
        if (!dates && combination.isPresent()) {
            nothingToCombine(combination.get());
        } else if (dates && !times) {
            noTimes();
        } else if (!dates && times) {
            noDates();
        } else if (!dates && !mistaken) {
            nothing();
        }
    }

    private void noTimes() {
        ScheduleElement element = first(ScheduleElement.BASES);
        List<String> said = said(ScheduleElement.OF_DATES);
        mistakes.accept(new Mistake(
                Mistake.Kind.NO_TIMES,
                element.takesSeveral() ? Spot.of(element).at(0) : Spot.of(element),
                notation.say(element, words.of(element)) + " has no time beside it.",
                "a training on dates says at what times; only a bare @Train, once at deployment, has none.",
                notation.join(Stream.concat(said.stream(), Stream.of(notation.say(ScheduleElement.AT, "08:00")))
                        .toList())));
    }

    private void noDates() {
        ScheduleElement element = first(ScheduleElement.TIMES);
        String said = notation.say(element, words.of(element));
        mistakes.accept(new Mistake(
                Mistake.Kind.NO_DATES,
                element.takesSeveral() ? Spot.of(element).at(0) : Spot.of(element),
                said + " has no dates beside it.",
                "a time says nothing about the dates, and none is taken for granted.",
                notation.join(List.of(everyDay(), said))));
    }

    private void nothingToCombine(ScheduleElement combination) {
        mistakes.accept(new Mistake(
                Mistake.Kind.NO_DATES,
                Spot.of(combination),
                notation.name(combination) + " has no dates beside it to combine with.",
                "dates are combined with those that day, date, on or everyWeeks give beside them.",
                everyDay()));
    }

    /** Neither dates nor times, only how to read them. */
    private void nothing() {
        ScheduleElement element = words.words().keySet().iterator().next();
        String said = notation.say(element, words.of(element));
        mistakes.accept(new Mistake(
                Mistake.Kind.NOTHING_TO_READ,
                Spot.of(element),
                said + " has neither dates nor times beside it.",
                "it says how a schedule is meant; without dates and times there is one run, at deployment.",
                notation.join(List.of(everyDay(), notation.say(ScheduleElement.AT, "08:00"), said))));
    }

    private String everyDay() {
        boolean market = words.states(ScheduleElement.SYMBOL) || words.states(ScheduleElement.MARKET);
        return notation.say(ScheduleElement.ON, (market ? Days.TRADING_DAYS : Days.EVERY_DAY).name());
    }

    private ScheduleElement first(List<ScheduleElement> elements) {
        return elements.stream().filter(words::states).findFirst().orElseThrow();
    }

    private List<String> said(List<ScheduleElement> elements) {
        List<String> said = new ArrayList<>();
        elements.stream().filter(words::states).forEach(element -> said.add(notation.say(element, words.of(element))));
        return said;
    }
}
