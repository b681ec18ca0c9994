package io.trainyard.market;

import java.time.Instant;

/**
 * What a symbol did in an interval of time. Prices are in the currency of the quote, per share or unit.
 *
 * @param symbol the ticker
 * @param startMillis when the interval begins, milliseconds since 1970-01-01T00:00Z
 * @param endMillis when it ends, and from when on the bar can be known, milliseconds since 1970-01-01T00:00Z
 * @param open the first price
 * @param high the highest price
 * @param low the lowest price
 * @param close the last price
 * @param volume how much was traded, in shares or units
 */
public record Bar(
        String symbol,
        long startMillis,
        long endMillis,
        double open,
        double high,
        double low,
        double close,
        double volume) {

    /** When the interval begins. */
    public Instant start() {
        return Instant.ofEpochMilli(startMillis);
    }

    /** When the interval ends, and from when on the bar can be known. */
    public Instant end() {
        return Instant.ofEpochMilli(endMillis);
    }
}
