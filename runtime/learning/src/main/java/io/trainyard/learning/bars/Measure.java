package io.trainyard.learning.bars;

/** What of a trade counts as activity. */
public enum Measure {
    /** Each trade counts 1. */
    TICKS {
        @Override
        double of(Trade trade) {
            return 1;
        }
    },
    /** A trade counts its size, in shares or units. */
    VOLUME {
        @Override
        double of(Trade trade) {
            return trade.size();
        }
    },
    /** A trade counts what was paid, in the currency of the quote: dollar bars. */
    VALUE {
        @Override
        double of(Trade trade) {
            return trade.value();
        }
    };

    abstract double of(Trade trade);
}
