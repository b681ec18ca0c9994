package io.trainyard.portfolio;

import java.util.List;

/**
 * What a strategy holds, and its orders. All amounts are in one currency, that of the cash. Market orders are filled at
 * the open of the next bar of their symbol, never at a price that was known when they were placed. An order that the
 * account cannot afford, or whose quantity is no whole number of lots, is rejected; the order says why.
 */
public interface Portfolio {

    /** Money not invested; negative if borrowed. */
    double cash();

    /** Cash and the holdings at their last known prices. */
    double equity();

    /**
     * Shares or units held of {@code symbol}: negative if short, 0 if none.
     *
     * @throws IllegalArgumentException if the symbol is not subscribed to
     */
    double quantity(String symbol);

    /** Whether anything is held. */
    boolean isInvested();

    /**
     * Places a market order.
     *
     * @param symbol of a subscription
     * @param quantity shares or units: positive to buy, negative to sell
     * @return the order, open, or rejected if its quantity is no whole number of lots
     * @throws IllegalArgumentException if the symbol is not subscribed to, or the quantity is 0 or not finite
     */
    Order order(String symbol, double quantity);

    /**
     * Orders what brings the holding of {@code symbol} to a fraction of the equity at the last known price, counting
     * orders that are not filled yet, rounded toward zero to whole lots; does nothing if that is what it holds.
     *
     * @param symbol of a subscription
     * @param fraction 1 for all of the equity, -1 for as much short, 0 for none
     * @throws IllegalArgumentException if the symbol is not subscribed to, or the fraction is not finite
     * @throws IllegalStateException if no price of the symbol is known yet
     */
    void setHoldings(String symbol, double fraction);

    /**
     * Cancels the open orders of {@code symbol} and sells or buys back what is held of it.
     *
     * @throws IllegalArgumentException if the symbol is not subscribed to
     */
    void liquidate(String symbol);

    /** Cancels all open orders and sells or buys back all that is held. */
    void liquidate();

    /** Every order so far as it stands now, in the order in which they were placed. */
    List<Order> orders();
}
