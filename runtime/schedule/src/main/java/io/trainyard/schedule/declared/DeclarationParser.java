package io.trainyard.schedule.declared;

import static io.trainyard.schedule.declared.ScheduleElement.AND;
import static io.trainyard.schedule.declared.ScheduleElement.EXCEPT;
import static io.trainyard.schedule.declared.ScheduleElement.HOURS;
import static io.trainyard.schedule.declared.ScheduleElement.ON_CLOSED;
import static io.trainyard.schedule.declared.ScheduleElement.OR;

import io.trainyard.ClosedDates;
import io.trainyard.Gap;
import io.trainyard.Hours;
import io.trainyard.Misfire;
import io.trainyard.Overlap;
import io.trainyard.schedule.Misfires;
import io.trainyard.schedule.Trigger;
import io.trainyard.schedule.WallClock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells what the words of a declaration mean, in an annotation as on a command line. Every word is read once, and all
 * mistakes are told in one go, each at its own word.
 */
public final class DeclarationParser {

    private final ScheduleWords words;
    private final Setting setting;
    private final Consumer<Mistake> mistakes;
    private final Phrase phrase;
    private boolean mistaken;

    private DeclarationParser(ScheduleWords words, Setting setting, Consumer<Mistake> mistakes) {
        this.words = words;
        this.setting = setting;
        this.mistakes = mistake -> {
            mistaken |= !mistake.kind().isHarmless();
            mistakes.accept(mistake);
        };
        this.phrase = new Phrase(words.base(), Optional.empty(), setting.notation());
    }

    /**
     * Parses a declaration.
     *
     * @param words as typed
     * @param setting what they stand in
     * @param mistakes takes each mistake
     * @return what was declared; empty if there was a mistake
     */
    public static Optional<Declaration> parse(ScheduleWords words, Setting setting, Consumer<Mistake> mistakes) {
        DeclarationParser parser = new DeclarationParser(words, setting, mistakes);
        Optional<Declaration> declaration = parser.parse();
        return parser.mistaken ? Optional.empty() : declaration;
    }

    /**
     * The market that the words name, if they name one.
     *
     * @param words as typed
     * @param setting what they stand in
     * @param mistakes takes each mistake in its name
     */
    public static Optional<Market> market(ScheduleWords words, Setting setting, Consumer<Mistake> mistakes) {
        Phrase phrase = new Phrase(words.base(), Optional.empty(), setting.notation());
        return new MarketParser(phrase, setting, mistakes)
                .parse(Hours.REGULAR, false)
                .market();
    }

    private Optional<Declaration> parse() {
        if (words.isEmpty()) {
            return Optional.of(new Declaration.AtDeployment());
        }
        MarketParser markets = new MarketParser(phrase, setting, mistakes);
        MarketParser.Found found = markets.parse(
                constant(HOURS, Hours.class).orElse(Hours.REGULAR), words.states(HOURS) || words.states(ON_CLOSED));
        DatesParser datesParser = new DatesParser(found, markets, setting.notation(), mistakes);
        boolean before = mistaken;
        Optional<DeclaredDates> base = datesParser.parse(words.base(), Optional.empty());
        List<DeclaredDates> or = combined(OR, datesParser);
        List<DeclaredDates> and = combined(AND, datesParser);
        List<DeclaredDates> except = combined(EXCEPT, datesParser);
        boolean datesMistaken = mistaken && !before;
        TimesParser timesParser = new TimesParser(phrase, found, markets, mistakes);
        List<DeclaredTime> times = timesParser.parse(DatesParser.weekdays(words.base()));
        WallClock clock = clock(found);
        Misfires misfires = misfires();
        if (!datesMistaken && !timesParser.mistaken()) {
            new Missing(words, setting.notation(), mistakes).complain(base.isPresent(), !times.isEmpty(), mistaken);
        }
        if (base.isEmpty() || times.isEmpty()) {
            return Optional.empty();
        }
        DeclaredDates dates = open(combine(base.get(), or, and), found);
        if (!except.isEmpty()) {
            dates = new DeclaredDates.Without(dates, DeclaredDates.AnyOf.of(except));
        }
        return Optional.of(new Declaration.Recurring(dates, times, clock, misfires));
    }

    private List<DeclaredDates> combined(ScheduleElement combination, DatesParser parser) {
        List<DeclaredDates> parsed = new ArrayList<>();
        List<DateWords> typed = words.dates(combination);
        for (int i = 0; i < typed.size(); i++) {
            parser.parse(typed.get(i), Optional.of(new Spot.Part(combination, i)))
                    .ifPresent(parsed::add);
        }
        return parsed;
    }

    private static DeclaredDates combine(DeclaredDates base, List<DeclaredDates> or, List<DeclaredDates> and) {
        List<DeclaredDates> any = new ArrayList<>();
        any.addAll(base instanceof DeclaredDates.AnyOf several ? several.parts() : List.of(base));
        any.addAll(or);
        DeclaredDates dates = DeclaredDates.AnyOf.of(any);
        for (DeclaredDates kept : and) {
            dates = new DeclaredDates.Both(dates, kept);
        }
        return dates;
    }

    /** With a market, the dates on which it is open. */
    private DeclaredDates open(DeclaredDates dates, MarketParser.Found found) {
        ClosedDates policy = constant(ON_CLOSED, ClosedDates.class).orElse(ClosedDates.SKIP);
        return found.market().isEmpty() || dates.areOpen(found.hours())
                ? dates
                : new DeclaredDates.Open(dates, found.market().get(), policy, found.hours());
    }

    private WallClock clock(MarketParser.Found found) {
        Optional<ZoneId> zone = words.states(ScheduleElement.ZONE)
                ? Optional.of(ZoneWord.read(phrase.said(ScheduleElement.ZONE), mistakes)
                        .orElse(ZoneOffset.UTC))
                : setting.zone()
                        .or(() -> found.market().map(market -> market.calendar().zone()));
        if (zone.isEmpty()) {
            Notation notation = setting.notation();
            mistakes.accept(new Mistake(
                    Mistake.Kind.NO_ZONE,
                    Spot.of(ScheduleElement.ZONE),
                    "No zone is given to read wall times in.",
                    "a wall time is another instant in every zone, and that of this machine is not taken for granted.",
                    notation.say(ScheduleElement.ZONE, "America/New_York")));
        }
        WallClock clock = WallClock.of(zone.orElse(ZoneOffset.UTC));
        clock = clock.with(constant(ScheduleElement.GAP, Gap.class).orElse(clock.gap()));
        return clock.with(constant(ScheduleElement.OVERLAP, Overlap.class).orElse(clock.overlap()));
    }

    private Misfires misfires() {
        Misfire policy = constant(ScheduleElement.MISFIRE, Misfire.class).orElse(Trigger.STANDARD_MISFIRES.policy());
        Duration lateness = Trigger.STANDARD_MISFIRES.maximalLateness();
        if (words.states(ScheduleElement.MAX_LATENESS)) {
            lateness = lateness(phrase.said(ScheduleElement.MAX_LATENESS), policy, lateness);
        }
        return policy == Misfire.SKIP ? Misfires.skip() : new Misfires(policy, lateness);
    }

    private Duration lateness(Said said, Misfire policy, Duration standIn) {
        Optional<Duration> length = DurationWord.exact(said.text());
        if (length.isEmpty() || length.get().isNegative()) {
            said.mistake(
                    Mistake.Kind.NO_LATENESS,
                    length.isEmpty() ? "is not a length of time." : "is negative.",
                    DurationWord.GRAMMAR,
                    length.map(DurationWord::magnitude)
                            .or(() -> DurationWord.meant(said.text()))
                            .map(meant -> said.with(DurationWord.of(meant)))
                            .orElse(""),
                    mistakes);
            return standIn;
        }
        if (policy == Misfire.SKIP) {
            Notation notation = setting.notation();
            said.mistake(
                    Mistake.Kind.NOTHING_TO_READ,
                    "says how late a missed run may be, and none is made up for.",
                    notation.say(ScheduleElement.MISFIRE, "SKIP") + " drops every run that is missed.",
                    notation.join(List.of(notation.say(ScheduleElement.MISFIRE, "ONCE"), said.shown())),
                    mistakes);
        }
        return length.get();
    }

    private <E extends Enum<E>> Optional<E> constant(ScheduleElement element, Class<E> type) {
        return words.states(element) ? ConstantWord.read(phrase.said(element), type, mistakes) : Optional.empty();
    }
}
