package io.trainyard.host;

import io.trainyard.market.Slice;
import io.trainyard.time.MarketClock;
import java.time.Instant;

/** Where a live strategy has its market time from. */
sealed interface Pace {

    /** Market time when a slice has come, if the strategy's clock shows {@code shown}. */
    Instant at(Slice slice, Instant shown);

    /** Market time when something other than a slice has come. */
    Instant now(Instant shown);

    /** From the clock of this machine: time passes whether or not slices come. */
    record RealTime(MarketClock clock) implements Pace {
        @Override
        public Instant at(Slice slice, Instant shown) {
            return later(slice.time(), now(shown));
        }

        @Override
        public Instant now(Instant shown) {
            return later(clock.now(), shown);
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    /** From the slices: time passes as they come, and stands still between them. */
    record VirtualTime() implements Pace {
        @Override
        public Instant at(Slice slice, Instant shown) {
            return slice.time();
        }

        @Override
        public Instant now(Instant shown) {
            return shown;
        }
    }
}
