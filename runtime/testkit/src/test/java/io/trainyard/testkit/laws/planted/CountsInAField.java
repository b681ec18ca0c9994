package io.trainyard.testkit.laws.planted;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;

/** Buys on every fifth call, counted in a field that no store knows. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class CountsInAField {

    private int calls;

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", calls++ % 5 == 0 ? 0.5 : 0.1);
    }
}
