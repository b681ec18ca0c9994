package io.trainyard.market;

import io.trainyard.Resolution;

/**
 * Bars that somebody wants.
 *
 * @param symbol the ticker
 * @param resolution the length of one bar
 */
public record Subscription(String symbol, Resolution resolution) {

    @Override
    public String toString() {
        return symbol + " " + resolution.name().toLowerCase(java.util.Locale.ROOT);
    }
}
