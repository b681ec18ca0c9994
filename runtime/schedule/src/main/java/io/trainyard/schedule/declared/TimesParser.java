package io.trainyard.schedule.declared;

import static io.trainyard.schedule.declared.ScheduleElement.AT;
import static io.trainyard.schedule.declared.ScheduleElement.BETWEEN;
import static io.trainyard.schedule.declared.ScheduleElement.EVERY;
import static io.trainyard.schedule.declared.ScheduleElement.MARKET_TIMES;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads times, which add up. */
final class TimesParser {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Phrase phrase;
    private final MarketParser.Found found;
    private final MarketParser markets;
    private final Consumer<Mistake> mistakes;
    private final List<DeclaredTime> times = new ArrayList<>();
    private boolean mistaken;

    TimesParser(Phrase phrase, MarketParser.Found found, MarketParser markets, Consumer<Mistake> mistakes) {
        this.phrase = phrase;
        this.found = found;
        this.markets = markets;
        this.mistakes = mistake -> {
            mistaken |= !mistake.kind().isHarmless();
            mistakes.accept(mistake);
        };
    }

    /** Whether there was a mistake in a time. */
    boolean mistaken() {
        return mistaken;
    }

    /**
     * The times.
     *
     * @param days the days of the week that stand beside them
     */
    List<DeclaredTime> parse(List<DayOfWeek> days) {
        for (Said said : phrase.all(AT)) {
            if (said.text().equals(TimeOfDay.NOW)) {
                said.addOnce(new DeclaredTime.Now(), times, mistakes);
            } else {
                TimeOfDay.read(said, days, mistakes)
                        .ifPresent(time -> said.addOnce(new DeclaredTime.At(time), times, mistakes));
            }
        }
        if (phrase.states(EVERY)) {
            every();
        } else if (phrase.states(BETWEEN)) {
            mistakes.accept(new Mistake(
                    Mistake.Kind.NO_WINDOW,
                    phrase.spot(BETWEEN),
                    phrase.shown(BETWEEN) + " has no interval beside it.",
                    "it is the window of every, in which there is a run again and again.",
                    phrase.notation().join(List.of(phrase.notation().say(EVERY, "PT30M"), phrase.shown(BETWEEN)))));
        }
        for (ScheduleElement element : MARKET_TIMES) {
            if (phrase.states(element)) {
                fromMarket(element);
            }
        }
        return times;
    }

    private void every() {
        Optional<Duration> interval = interval(phrase.said(EVERY));
        if (!phrase.states(BETWEEN)) {
            interval.map(DeclaredTime.Every::new).ifPresent(times::add);
            return;
        }
        List<Said> window = phrase.all(BETWEEN);
        List<LocalTime> ends = new ArrayList<>();
        window.forEach(said -> TimeOfDay.read(said, List.of(), mistakes).ifPresent(ends::add));
        if (ends.size() < window.size()) {
            return;
        }
        if (ends.size() != 2 || ends.get(0).equals(ends.get(1))) {
            mistakes.accept(new Mistake(
                    Mistake.Kind.NO_WINDOW,
                    phrase.spot(BETWEEN),
                    phrase.shown(BETWEEN) + " is not a window.",
                    "a window has two wall times, the first and the last at which there can be a run, and they differ.",
                    ends.size() > 2
                            ? phrase.notation()
                                    .say(
                                            BETWEEN,
                                            List.of(
                                                    window.get(0).text(),
                                                    window.get(window.size() - 1)
                                                            .text()))
                            : ""));
            return;
        }
        interval.map(length -> new DeclaredTime.EveryBetween(length, ends.get(0), ends.get(1)))
                .ifPresent(times::add);
    }

    private Optional<Duration> interval(Said said) {
        Optional<Duration> interval = DurationWord.exact(said.text());
        if (interval.isEmpty()) {
            said.mistake(
                    Mistake.Kind.NO_INTERVAL,
                    "is not a length of time.",
                    DurationWord.GRAMMAR,
                    DurationWord.meant(said.text())
                            .filter(TimesParser::isInterval)
                            .map(meant -> said.with(DurationWord.of(meant)))
                            .orElse(""),
                    mistakes);
            return interval;
        }
        if (!isInterval(interval.get())) {
            Duration magnitude = DurationWord.magnitude(interval.get());
            boolean negative = isInterval(magnitude);
            said.mistake(
                    Mistake.Kind.NO_INTERVAL,
                    negative ? "is negative." : "is no interval between runs.",
                    "an interval takes a second at least and 366 days at most.",
                    negative ? said.with(DurationWord.of(magnitude)) : "",
                    mistakes);
            return Optional.empty();
        }
        return interval;
    }

    private static boolean isInterval(Duration length) {
        return length.compareTo(Duration.ofSeconds(1)) >= 0 && length.compareTo(LONGEST) <= 0;
    }

    private void fromMarket(ScheduleElement element) {
        List<Duration> lengths = new ArrayList<>();
        for (Said said : phrase.all(element)) {
            NumberWord.minutes(said, mistakes).ifPresent(length -> said.addOnce(length, lengths, mistakes));
        }
        if (found.market().isEmpty()) {
            mistaken = true;
            markets.missing(phrase, element, phrase.spot(element), phrase.shown(element));
            return;
        }
        DeclaredTime.FromMarket.Edge edge = DeclaredTime.FromMarket.Edge.valueOf(element.name());
        for (Duration length : lengths) {
            times.add(new DeclaredTime.FromMarket(edge, length, found.market().get(), found.hours()));
        }
    }
}
