package io.trainyard.learning.bars;

import io.trainyard.market.Bar;

/** A bar of which some trades are known. */
final class FormingBar {

    private final long firstMillis;
    private final double open;
    private long lastMillis;
    private double high;
    private double low;
    private double close;
    private double volume;
    private double value;
    private int ticks;

    FormingBar(Trade first) {
        this.firstMillis = first.millis();
        this.open = first.price();
        this.high = first.price();
        this.low = first.price();
        add(first);
    }

    void add(Trade trade) {
        lastMillis = trade.millis();
        high = Math.max(high, trade.price());
        low = Math.min(low, trade.price());
        close = trade.price();
        volume += trade.size();
        value += trade.value();
        ticks++;
    }

    int ticks() {
        return ticks;
    }

    double volume() {
        return volume;
    }

    double value() {
        return value;
    }

    long firstMillis() {
        return firstMillis;
    }

    /** From the first trade to the last. */
    Bar bar(String symbol) {
        return bar(symbol, firstMillis, lastMillis);
    }

    Bar bar(String symbol, long startMillis, long endMillis) {
        return new Bar(symbol, startMillis, endMillis, open, high, low, close, volume);
    }
}
