package io.trainyard.schedule.declared;

import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a declaration stands in.
 *
 * @param notation how it is written there
 * @param zone where its wall times are read, if it names no zone itself; without it, the zone of its market
 * @param symbols what it can mean by a symbol
 * @param markets what it can mean by a market
 */
public record Setting(Notation notation, Optional<ZoneId> zone, Symbols symbols, MarketSource markets) {

    /** The markets of symbols. */
    public interface Symbols {

        /** The market of a symbol, if it is known. */
        Optional<Market> marketOf(String symbol);

        /** The symbols that are known one by one. */
        Collection<String> known();

        /** Any symbol, on the market that it looks like, or else on that of US equity. */
        static Symbols any(MarketSource markets) {
            return new Symbols() {
                @Override
                public Optional<Market> marketOf(String symbol) {
                    return markets.named(SymbolLooks.market(symbol).orElse("us-equity"));
                }

                @Override
                public Collection<String> known() {
                    return List.of();
                }
            };
        }
    }

    /** Markets by their names. */
    public interface MarketSource {

        /**
         * The market of a name, if there is one.
         *
         * @throws IllegalArgumentException if there is one whose hours cannot be understood, and why
         */
        Optional<Market> named(String name);

        /** The names of markets to suggest. */
        Collection<String> names();
    }

    /** The market that stands in for one that is not known, so that the rest can be read. */
    public static Market standIn() {
        return new Market("us-equity", true, TradingCalendar.usEquity());
    }
}
