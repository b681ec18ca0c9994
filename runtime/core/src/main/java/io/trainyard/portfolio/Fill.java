package io.trainyard.portfolio;

import java.time.Instant;

/**
 * What an order came to.
 *
 * @param orderId of the order
 * @param symbol the ticker
 * @param quantity shares or units: positive if bought, negative if sold
 * @param price of one share or unit
 * @param fee what was charged for it, in the currency of the cash
 * @param at the market's time
 */
public record Fill(long orderId, String symbol, double quantity, double price, double fee, Instant at) {

    /** What was bought or sold, without its sign and without the fee. */
    public double value() {
        return Math.abs(quantity * price);
    }
}
