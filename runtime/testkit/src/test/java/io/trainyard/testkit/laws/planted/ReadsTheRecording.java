package io.trainyard.testkit.laws.planted;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Slice;
import io.trainyard.market.Subscription;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.testkit.laws.AaplOf2013;

/** Holds the whole recording in a static field, and reads tomorrow's bar in it. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = Resolution.DAILY)
final class ReadsTheRecording {

    private static final BarSeries ALL = new AaplOf2013().load(new Subscription("AAPL", Resolution.DAILY));

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        int tomorrow = ALL.countUntil(slice.timeMillis());
        Bar bar = ALL.bar(Math.min(tomorrow, ALL.size() - 1));
        portfolio.setHoldings("AAPL", bar.close() > bar.open() ? 0.9 : 0);
    }
}
