package io.trainyard.portfolio;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The terms on which a portfolio trades.
 *
 * @param cash to start with, in the currency of all prices
 * @param fees what fills cost
 * @param maxLeverage how many times the equity may be invested, long and short added up, right after an order that
 *     enlarges what is invested. 1 for an account without credit; 2, the default, is what Regulation T lets a US broker
 *     lend against stocks
 * @param lots the smallest tradable quantity for each symbol where it is not 1
 */
public record Account(double cash, FeeModel fees, double maxLeverage, Map<String, Double> lots) {

    /**
     * Terms.
     *
     * @throws IllegalArgumentException if the cash, the leverage or a lot is not positive and finite
     */
    public Account {
        positive("cash", cash);
        positive("maximum leverage", maxLeverage);
        lots.forEach((symbol, lot) -> positive("lot of " + symbol, lot));
        lots = Collections.unmodifiableMap(new TreeMap<>(lots));
    }

    /** Whole shares, Interactive Brokers' fixed fees, and at most twice the equity invested. */
    public static Account of(double cash) {
        return new Account(cash, FeeModel.interactiveBrokersFixed(), 2.0, Map.of());
    }

    /** The same with other fees. */
    public Account withFees(FeeModel other) {
        return new Account(cash, other, maxLeverage, lots);
    }

    /** The same with another limit on what may be invested, in times of the equity. */
    public Account withMaxLeverage(double other) {
        return new Account(cash, fees, other, lots);
    }

    /** The same with another smallest quantity for a symbol, such as 0.0001 for a coin. */
    public Account withLot(String symbol, double lot) {
        Map<String, Double> more = new TreeMap<>(lots);
        more.put(symbol, lot);
        return new Account(cash, fees, maxLeverage, more);
    }

    private static void positive(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " is " + value + ": it must be more than 0");
        }
    }
}
