package io.trainyard.testkit.laws.good;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.time.MarketClock;

/** Bars of an hour; keeps what it knows in the store. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.HOUR)
final class Hourly {

    @OnData
    void trade(Slice slice, Portfolio portfolio, History history, MarketClock clock) {
        if (clock.local().getHour() == 16) {
            double[] closes = history.closes(7);
            portfolio.setHoldings("SPY", closes[closes.length - 1] > closes[0] ? 0.5 : -0.5);
        }
    }
}
