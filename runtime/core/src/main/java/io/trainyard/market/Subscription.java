package io.trainyard.market;

import io.trainyard.Resolution;
import io.trainyard.schedule.declared.SymbolLooks;

/**
 * Bars that somebody wants.
 *
 * @param symbol the ticker
 * @param resolution the length of one bar
 * @param market the name of the market on which it trades, as in {@link io.trainyard.schedule.calendar.Markets}
 */
public record Subscription(String symbol, Resolution resolution, String market) {

    /** On the market that the symbol looks like: crypto or forex where it is a pair, else that of US equity. */
    public Subscription(String symbol, Resolution resolution) {
        this(symbol, resolution, SymbolLooks.market(symbol).orElse("us-equity"));
    }

    @Override
    public String toString() {
        return symbol + " " + resolution.name().toLowerCase(java.util.Locale.ROOT);
    }
}
