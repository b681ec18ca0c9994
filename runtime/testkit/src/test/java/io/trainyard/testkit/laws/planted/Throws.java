package io.trainyard.testkit.laws.planted;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;

/** Fails on the third slice. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class Throws {

    private int calls;

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        if (++calls == 3) {
            throw new IllegalStateException("three is a crowd");
        }
    }
}
