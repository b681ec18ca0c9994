package io.trainyard.schedule.declared;

import static io.trainyard.schedule.declared.ScheduleElement.HOURS;
import static io.trainyard.schedule.declared.ScheduleElement.MARKET;
import static io.trainyard.schedule.declared.ScheduleElement.ON_CLOSED;
import static io.trainyard.schedule.declared.ScheduleElement.SYMBOL;

import io.trainyard.Hours;
import io.trainyard.schedule.Words;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads which market counts, and says what to name where one is missing. */
final class MarketParser {

    private final Phrase phrase;
    private final Setting setting;
    private final Consumer<Mistake> mistakes;
    private boolean told;

    MarketParser(Phrase phrase, Setting setting, Consumer<Mistake> mistakes) {
        this.phrase = phrase;
        this.setting = setting;
        this.mistakes = mistakes;
    }

    /**
     * The market that counts.
     *
     * @param market itself, a stand-in if there is a mistake in its name; empty if none is named
     * @param hours which of its sessions count
     */
    record Found(Optional<Market> market, Hours hours) {}

    /**
     * Reads it.
     *
     * @param hours which of its sessions count
     * @param needed whether there are words that mean nothing without one
     */
    Found parse(Hours hours, boolean needed) {
        boolean symbol = phrase.states(SYMBOL);
        boolean market = phrase.states(MARKET);
        if (symbol && market) {
            mistakes.accept(new Mistake(
                    Mistake.Kind.TWO_MARKETS,
                    phrase.spot(MARKET),
                    phrase.shown(MARKET) + " is a second market beside that of " + phrase.shown(SYMBOL) + ".",
                    "a schedule counts by the days and hours of one market.",
                    phrase.shown(SYMBOL)));
        }
        if (needed && !symbol && !market) {
            ScheduleElement element = phrase.states(HOURS) ? HOURS : ON_CLOSED;
            missing(phrase, element, phrase.spot(element), phrase.shown(element));
        }
        if (symbol) {
            return new Found(Optional.of(ofSymbol(phrase.said(SYMBOL))), hours);
        }
        if (market) {
            Market named = MarketWord.read(phrase.said(MARKET), setting.markets(), mistakes)
                    .orElseGet(Setting::standIn);
            return new Found(Optional.of(named), hours);
        }
        return new Found(Optional.empty(), hours);
    }

    private Market ofSymbol(Said said) {
        Optional<Market> market = setting.symbols().marketOf(said.text());
        if (market.isEmpty()) {
            Collection<String> known = setting.symbols().known();
            String nearest = Nearest.to(said.text(), known)
                    .or(() -> known.size() == 1 ? Optional.of(known.iterator().next()) : Optional.empty())
                    .orElse("");
            said.mistake(
                    Mistake.Kind.UNKNOWN_SYMBOL,
                    "is not subscribed to.",
                    known.isEmpty()
                            ? "a schedule takes its market from a subscription of the strategy, and it has none."
                            : "a schedule takes its market from a subscription of the strategy, to "
                                    + Words.list(List.copyOf(known)) + ".",
                    nearest.isEmpty()
                            ? setting.notation()
                                    .say(MARKET, SymbolLooks.market(said.text()).orElse("us-equity"))
                            : said.with(nearest),
                    mistakes);
        }
        return market.orElseGet(Setting::standIn);
    }

    /**
     * Says that something means nothing without a market; once for all that does.
     *
     * @param where the words that it is among
     * @param element whose words need it
     * @param spot the very word
     * @param shown what was typed
     */
    void missing(Phrase where, ScheduleElement element, Spot spot, String shown) {
        if (told) {
            return;
        }
        told = true;
        mistakes.accept(new Mistake(
                Mistake.Kind.NO_MARKET,
                spot,
                shown + " names no market.",
                "it is counted by the days and hours of a market, and none is taken for granted.",
                where.part().isPresent() ? advice() : where.beside(element, advice())));
    }

    /** What names a market: the first symbol that is subscribed to, or else that of US equity. */
    private String advice() {
        return setting.symbols().known().stream()
                .findFirst()
                .map(symbol -> setting.notation().say(SYMBOL, symbol))
                .orElse(setting.notation().say(MARKET, "us-equity"));
    }
}
