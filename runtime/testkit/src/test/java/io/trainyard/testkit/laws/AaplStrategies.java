package io.trainyard.testkit.laws;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.util.Random;

/** Strategies for the tests of the engine. */
final class AaplStrategies {

    private AaplStrategies() {}

    /** Buys on days that rise. */
    @Strategy(zone = "America/New_York", name = "engine-plain")
    @Subscribe(symbol = "AAPL", resolution = Resolution.DAILY)
    static final class Plain {
        @OnData
        void trade(Slice slice, Portfolio portfolio) {
            portfolio.setHoldings("AAPL", slice.bar(0).close() > slice.bar(0).open() ? 0.5 : 0);
        }
    }

    /** Throws dice. */
    @Strategy(zone = "America/New_York", name = "engine-dice")
    @Subscribe(symbol = "AAPL", resolution = Resolution.DAILY)
    static final class Dice {
        private final Random random = new Random();

        @OnData
        void trade(Slice slice, Portfolio portfolio) {
            portfolio.setHoldings("AAPL", random.nextDouble() / 2);
        }
    }
}
