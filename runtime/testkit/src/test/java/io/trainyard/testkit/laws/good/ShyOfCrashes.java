package io.trainyard.testkit.laws.good;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;

/** Stops by an exception on a move that it does not believe, which the bars of laws have after their cuts. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class ShyOfCrashes {

    @OnData
    void trade(Slice slice, Portfolio portfolio, History history) {
        double[] closes = history.closes(2);
        double move = closes[1] / closes[0] - 1;
        if (Math.abs(move) > 0.045) {
            throw new IllegalStateException("a day of " + move);
        }
        portfolio.setHoldings("SPY", move > 0 ? 0.5 : 0.2);
    }
}
