package io.trainyard.learning.features;

import io.trainyard.market.Bar;

/** What of bars is looked at. */
public enum BarQuantity {
    /** The first price. */
    OPEN("open", 0) {
        @Override
        double of(Bar before, Bar bar) {
            return bar.open();
        }
    },
    /** The highest price. */
    HIGH("high", 0) {
        @Override
        double of(Bar before, Bar bar) {
            return bar.high();
        }
    },
    /** The lowest price. */
    LOW("low", 0) {
        @Override
        double of(Bar before, Bar bar) {
            return bar.low();
        }
    },
    /** The last price. */
    CLOSE("close", 0) {
        @Override
        double of(Bar before, Bar bar) {
            return bar.close();
        }
    },
    /** Shares or units. */
    VOLUME("volume", 0) {
        @Override
        double of(Bar before, Bar bar) {
            return bar.volume();
        }
    },
    /** The logarithmic return from the close before, in percent. Takes one bar more. */
    RETURN("return", 1) {
        @Override
        double of(Bar before, Bar bar) {
            return 100 * StrictMath.log(bar.close() / before.close());
        }
    },
    /** From the lowest to the highest price, in percent of the close. */
    RANGE("range", 0) {
        @Override
        double of(Bar before, Bar bar) {
            return 100 * (bar.high() - bar.low()) / bar.close();
        }
    };

    private final String text;
    private final int barsBefore;

    BarQuantity(String text, int barsBefore) {
        this.text = text;
        this.barsBefore = barsBefore;
    }

    /** How names of features begin. */
    String text() {
        return text;
    }

    int barsBefore() {
        return barsBefore;
    }

    abstract double of(Bar before, Bar bar);
}
