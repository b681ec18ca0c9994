package io.trainyard.schedule.declared;

import static io.trainyard.schedule.declared.ScheduleElement.ANCHOR;
import static io.trainyard.schedule.declared.ScheduleElement.BASES;
import static io.trainyard.schedule.declared.ScheduleElement.DATE;
import static io.trainyard.schedule.declared.ScheduleElement.DAY;
import static io.trainyard.schedule.declared.ScheduleElement.EVERY_WEEKS;
import static io.trainyard.schedule.declared.ScheduleElement.NTH;
import static io.trainyard.schedule.declared.ScheduleElement.OFFSET;
import static io.trainyard.schedule.declared.ScheduleElement.ON;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads dates: those of a schedule, or those in one of its combinations. */
final class DatesParser {

    /** The first date in an advice: a Sunday. */
    private static final String SOME_DATE = "2026-01-04";

    private final MarketParser.Found found;
    private final MarketParser markets;
    private final Notation notation;
    private final Consumer<Mistake> mistakes;

    DatesParser(MarketParser.Found found, MarketParser markets, Notation notation, Consumer<Mistake> mistakes) {
        this.found = found;
        this.markets = markets;
        this.notation = notation;
        this.mistakes = mistakes;
    }

    /** The days of the week among the words, without those that are none. */
    static List<DayOfWeek> weekdays(DateWords words) {
        return days(new Phrase(words, Optional.empty(), Notation.JAVA), mistake -> {});
    }

    /** The dates that the words give; empty if there are none, or a mistake in them. */
    Optional<DeclaredDates> parse(DateWords words, Optional<Spot.Part> part) {
        Phrase phrase = new Phrase(words, part, notation);
        List<ScheduleElement> bases = BASES.stream().filter(phrase::states).toList();
        if (bases.isEmpty()) {
            without(phrase);
            return Optional.empty();
        }
        List<Optional<DeclaredDates>> read =
                bases.stream().map(base -> read(base, phrase)).toList();
        modifiers(phrase, bases);
        if (bases.size() > 1) {
            ScheduleElement second = bases.get(1);
            String apart = notation.dates(Stream.of(second, modifier(second))
                    .filter(phrase::states)
                    .map(element -> notation.say(element, words.of(element)))
                    .toList());
            mistakes.accept(new Mistake(
                    Mistake.Kind.SEVERAL_DATES,
                    phrase.spot(second),
                    phrase.shown(second) + " gives dates of its own beside " + phrase.shown(bases.get(0)) + ".",
                    "whether the dates of both are meant or those that are in both is not taken for granted.",
                    part.isPresent()
                            ? notation == Notation.JAVA
                                    ? apart
                                    : notation.combine(part.get().combination(), apart)
                            : notation.combine(ScheduleElement.OR, apart)));
            return Optional.empty();
        }
        return read.get(0);
    }

    /** What says which of the dates of an element are meant. */
    private static ScheduleElement modifier(ScheduleElement base) {
        return switch (base) {
            case DAY -> NTH;
            case ON -> OFFSET;
            default -> ANCHOR;
        };
    }

    private Optional<DeclaredDates> read(ScheduleElement base, Phrase phrase) {
        return switch (base) {
            case DAY -> days(phrase);
            case DATE -> given(phrase);
            case ON -> new NamedDates(phrase, found, markets, mistakes).read();
            case EVERY_WEEKS -> weeks(phrase);
            default -> throw new IllegalArgumentException(base + " gives no dates");
        };
    }

    /** No dates, and perhaps words that say which of them are meant. */
    private void without(Phrase phrase) {
        if (phrase.states(NTH)) {
            nthOfNothing(phrase, phrase.notation().say(DAY, "FRIDAY"));
        } else if (phrase.states(OFFSET)) {
            NamedDates.offsetOfNothing(phrase, mistakes);
        } else if (phrase.states(ANCHOR)) {
            anchorOfNothing(phrase);
        } else if (phrase.part().isPresent()) {
            Spot.Part part = phrase.part().get();
            String dates = notation.dates(List.of(notation.say(DAY, "SUNDAY")));
            mistakes.accept(new Mistake(
                    Mistake.Kind.NO_DATES,
                    Spot.of(part.combination()).at(part.index()),
                    notation.name(part.combination()) + " names no dates to combine.",
                    "dates to combine say which they are, by day, date, on or everyWeeks.",
                    notation == Notation.JAVA ? dates : notation.combine(part.combination(), dates)));
        }
    }

    /** Words that say which of the dates are meant, beside dates of another sort. */
    private void modifiers(Phrase phrase, List<ScheduleElement> bases) {
        if (phrase.states(NTH) && !bases.contains(DAY)) {
            nthOfNothing(phrase, phrase.notation().say(DAY, "FRIDAY"));
        }
        if (phrase.states(OFFSET) && !bases.contains(ON)) {
            NamedDates.offsetOfNothing(phrase, mistakes);
        }
        if (phrase.states(ANCHOR) && !bases.contains(EVERY_WEEKS)) {
            anchorOfNothing(phrase);
        }
    }

    private Optional<DeclaredDates> days(Phrase phrase) {
        List<DayOfWeek> days = days(phrase, mistakes);
        if (days.isEmpty()) {
            return Optional.empty();
        }
        if (!phrase.states(NTH)) {
            return Optional.of(new DeclaredDates.Weekdays(days));
        }
        Said said = phrase.said(NTH);
        OptionalInt n = NumberWord.whole(said, mistakes);
        if (n.isEmpty()) {
            return Optional.empty();
        }
        if (n.getAsInt() == 0 || n.getAsInt() < -5 || n.getAsInt() > 5) {
            int nearest = n.getAsInt() == 0 ? 1 : n.getAsInt() > 0 ? 5 : -5;
            said.mistake(
                    Mistake.Kind.NO_NTH,
                    "is in no month.",
                    "a month has a first to a fifth of each day of the week, 1 to 5, and from its end a last to a fifth"
                            + " last, -1 to -5.",
                    said.with(String.valueOf(nearest)),
                    mistakes);
            return Optional.empty();
        }
        if (days.size() > 1) {
            nthOfNothing(phrase, notation.say(DAY, days.get(0).name()));
            return Optional.empty();
        }
        return Optional.of(new DeclaredDates.Nth(n.getAsInt(), days.get(0)));
    }

    private static List<DayOfWeek> days(Phrase phrase, Consumer<Mistake> mistakes) {
        List<DayOfWeek> days = new ArrayList<>();
        phrase.all(DAY)
                .forEach(said -> ConstantWord.read(said, DayOfWeek.class, mistakes)
                        .ifPresent(day -> said.addOnce(day, days, mistakes)));
        return days;
    }

    private void nthOfNothing(Phrase phrase, String day) {
        mistakes.accept(new Mistake(
                Mistake.Kind.NO_NTH,
                phrase.spot(NTH),
                phrase.shown(NTH) + " has no single day of the week beside it.",
                "it counts one day of the week in each month; each further one takes a declaration of its own.",
                phrase.joined(List.of(day, notation.say(NTH, phrase.words().of(NTH))))));
    }

    private void anchorOfNothing(Phrase phrase) {
        mistakes.accept(new Mistake(
                Mistake.Kind.NO_WEEKS,
                phrase.spot(ANCHOR),
                phrase.shown(ANCHOR) + " has no number of weeks beside it.",
                "it is the date from which every so many weeks are counted.",
                phrase.joined(List.of(
                        notation.say(EVERY_WEEKS, "2"),
                        notation.say(ANCHOR, phrase.words().of(ANCHOR))))));
    }

    private Optional<DeclaredDates> given(Phrase phrase) {
        List<LocalDate> dates = new ArrayList<>();
        for (Said said : phrase.all(DATE)) {
            DateWord.read(said, mistakes).ifPresent(date -> said.addOnce(date, dates, mistakes));
        }
        return dates.isEmpty() ? Optional.empty() : Optional.of(new DeclaredDates.Given(dates));
    }

    private Optional<DeclaredDates> weeks(Phrase phrase) {
        Said said = phrase.said(EVERY_WEEKS);
        OptionalInt weeks = NumberWord.whole(said, mistakes);
        Optional<LocalDate> anchor =
                phrase.states(ANCHOR) ? DateWord.read(phrase.said(ANCHOR), mistakes) : Optional.empty();
        if (weeks.isPresent() && weeks.getAsInt() < 1) {
            said.mistake(
                    Mistake.Kind.NO_WEEKS,
                    "is no number of weeks.",
                    "every so many weeks is every 1 at least.",
                    said.with("1"),
                    mistakes);
            return Optional.empty();
        }
        if (!phrase.states(ANCHOR)) {
            mistakes.accept(new Mistake(
                    Mistake.Kind.NO_WEEKS,
                    phrase.spot(EVERY_WEEKS),
                    phrase.shown(EVERY_WEEKS) + " has no date to count from.",
                    "weeks are counted from a date, so that deploying again does not shift them.",
                    phrase.beside(EVERY_WEEKS, notation.say(ANCHOR, SOME_DATE))));
        }
        return weeks.isEmpty() || anchor.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeclaredDates.EveryWeeks(weeks.getAsInt(), anchor.get()));
    }
}
