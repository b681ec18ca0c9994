package io.trainyard.testkit.laws.planted;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.time.Instant;

/** Buys in even seconds of the machine. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class ReadsTheClock {

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", Instant.now().getEpochSecond() % 2 == 0 ? 0.5 : 0.1);
    }
}
