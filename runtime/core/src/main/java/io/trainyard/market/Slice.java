package io.trainyard.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bars that end at one instant, at most one for each symbol. */
public final class Slice {

    private final long timeMillis;
    private final Bar[] bars;

    /** A slice of bars that all end at {@code timeMillis}, milliseconds since 1970-01-01T00:00Z. */
    Slice(long timeMillis, Bar... bars) {
        this.timeMillis = timeMillis;
        this.bars = bars;
    }

    /**
     * A slice of bars that end together.
     *
     * @param bars one or more, each of another symbol
     * @throws IllegalArgumentException if there is none, two are of one symbol, or they end at different instants
     */
    public static Slice of(Bar... bars) {
        if (bars.length == 0) {
            throw new IllegalArgumentException("a slice has at least one bar");
        }
        for (int i = 0; i < bars.length; i++) {
            if (bars[i].endMillis() != bars[0].endMillis()) {
                throw new IllegalArgumentException("the bars of a slice end together: " + bars[0] + ", " + bars[i]);
            }
            for (int j = 0; j < i; j++) {
                if (bars[i].symbol().equals(bars[j].symbol())) {
                    throw new IllegalArgumentException("a slice has one bar of a symbol: " + bars[j] + ", " + bars[i]);
                }
            }
        }
        return new Slice(bars[0].endMillis(), bars.clone());
    }

    /** When the bars end. */
    public Instant time() {
        return Instant.ofEpochMilli(timeMillis);
    }

    /** When the bars end, in milliseconds since 1970-01-01T00:00Z. */
    public long timeMillis() {
        return timeMillis;
    }

    /** How many bars there are, at least one. */
    public int size() {
        return bars.length;
    }

    /** The bar at {@code index}, in the order of the subscriptions. */
    public Bar bar(int index) {
        return bars[index];
    }

    /** The bar of {@code symbol}, or null if it has none at this time. */
    public @Nullable Bar bar(String symbol) {
        for (Bar bar : bars) {
            if (bar.symbol().equals(symbol)) {
                return bar;
            }
        }
        return null;
    }

    /** The bars, in the order of the subscriptions. */
    public List<Bar> bars() {
        return List.of(bars);
    }

    @Override
    public String toString() {
        return "Slice" + bars();
    }
}
