package io.trainyard.testkit.laws.planted;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.store.ObjectStore;

/** Saves a number as this machine writes numbers. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class FormatsByDefault {

    @OnData
    void trade(Slice slice, Portfolio portfolio, ObjectStore store) {
        store.saveText(
                "formats-by-default/close", String.format("%.2f", slice.bar(0).close()));
    }
}
