package io.trainyard.schedule.declared;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a symbol looks like, to warn of a market that does not go with it. Tells nothing of most symbols. */
public final class SymbolLooks {

    private static final Set<String> CURRENCIES = Set.of(
            "USD", "EUR", "GBP", "JPY", "CHF", "AUD", "NZD", "CAD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "TRY",
            "ZAR", "MXN", "SGD", "HKD", "CNH", "THB", "ILS", "INR", "XAU", "XAG");

    private static final Set<String> COINS = Set.of(
            "BTC", "XBT", "ETH", "LTC", "XRP", "BCH", "SOL", "ADA", "DOT", "DOGE", "AVAX", "LINK", "BNB", "TRX", "XLM",
            "ETC", "XMR", "EOS", "UNI", "ATOM", "ALGO", "SHIB");

    private static final Set<String> STABLE = Set.of("USDT", "USDC", "BUSD", "DAI", "TUSD");

    private static final Pattern PAIR = Pattern.compile("([A-Z]{3,4})[-/_]?([A-Z]{3,4})");

    private SymbolLooks() {}

    /** The market of a pair of currencies or coins, {@code EURUSD} or {@code BTC/USD}; of other symbols nothing. */
    public static Optional<String> market(String symbol) {
        String typed = symbol.toUpperCase(Locale.ROOT);
        Matcher pair = PAIR.matcher(typed);
        if (!pair.matches()) {
            return Optional.empty();
        }
        for (int first = 3; first <= 4; first++) {
            String letters = typed.replaceAll("[-/_]", "");
            if (first >= letters.length()) {
                continue;
            }
            String base = letters.substring(0, first);
            String quote = letters.substring(first);
            if (COINS.contains(base)
                    && (COINS.contains(quote) || STABLE.contains(quote) || CURRENCIES.contains(quote))) {
                return Optional.of("crypto");
            }
            if (CURRENCIES.contains(base) && CURRENCIES.contains(quote)) {
                return Optional.of("forex");
            }
        }
        return Optional.empty();
    }
}
