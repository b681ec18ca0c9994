package io.trainyard.schedule.declared;

import io.trainyard.schedule.Words;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Names of markets. */
public final class MarketWord {

    /** What traders write for a market. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("nyse", "us-equity"),
            Map.entry("nasdaq", "us-equity"),
            Map.entry("us", "us-equity"),
            Map.entry("usa", "us-equity"),
            Map.entry("equity", "us-equity"),
            Map.entry("us-stocks", "us-equity"),
            Map.entry("fx", "forex"),
            Map.entry("cme", "cme-index"),
            Map.entry("globex", "cme-index"),
            Map.entry("binance", "crypto"),
            Map.entry("coinbase", "crypto"));

    private MarketWord() {}

    /** The market of a subscription, in whose annotation it is an element of the same name. */
    public static Optional<Market> ofSubscription(
            String text, Setting.MarketSource markets, Consumer<Mistake> mistakes) {
        return read(new Said(Notation.JAVA, Spot.of(ScheduleElement.MARKET), text, true), markets, mistakes);
    }

    static Optional<Market> read(Said said, Setting.MarketSource markets, Consumer<Mistake> mistakes) {
        String text = said.text();
        Optional<Market> market;
        try {
            market = text.isBlank() ? Optional.empty() : markets.named(text);
        } catch (IllegalArgumentException e) {
            said.mistake(
                    Mistake.Kind.UNKNOWN_MARKET,
                    "is a market whose hours cannot be understood.",
                    String.valueOf(e.getMessage()).replace('\n', ' ') + ".",
                    "",
                    mistakes);
            return Optional.empty();
        }
        if (market.isEmpty()) {
            Collection<String> names = markets.names();
            said.mistake(
                    Mistake.Kind.UNKNOWN_MARKET,
                    text.isBlank() ? "is empty." : "is not a market that is known.",
                    "there are " + Words.list(List.copyOf(names)) + ", and those of your own in io/trainyard/markets.",
                    nearest(text, names).map(said::with).orElse(""),
                    mistakes);
        }
        return market;
    }

    private static Optional<String> nearest(String text, Collection<String> names) {
        String typed = text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        if (names.contains(typed)) {
            return Optional.of(typed);
        }
        return Optional.ofNullable(MEANT.get(typed)).or(() -> Nearest.to(typed, names));
    }
}
