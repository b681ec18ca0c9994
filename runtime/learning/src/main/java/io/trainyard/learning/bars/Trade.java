package io.trainyard.learning.bars;

import io.trainyard.learning.Samples;

/**
 * A trade on a market.
 *
 * @param millis when, milliseconds since 1970-01-01T00:00Z
 * @param price per share or unit, above zero, in the currency of the quote
 * @param size shares or units, above zero
 */
public record Trade(long millis, double price, double size) {

    /**
     * Checks the numbers.
     *
     * @throws io.trainyard.learning.UnfitDataException if price or size is not a finite number above zero
     */
    public Trade {
        Samples.within(price, "price", Double.MIN_VALUE, Double.MAX_VALUE);
        Samples.within(size, "size", Double.MIN_VALUE, Double.MAX_VALUE);
    }

    /** What was paid, in the currency of the quote. */
    public double value() {
        return price * size;
    }
}
