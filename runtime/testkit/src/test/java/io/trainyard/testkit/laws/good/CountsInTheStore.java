package io.trainyard.testkit.laws.good;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.store.ObjectStore;

/** Counts its calls where they survive. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class CountsInTheStore {

    @OnData
    void trade(Slice slice, Portfolio portfolio, ObjectStore store) {
        int calls = store.containsKey("counts-in-the-store/calls")
                ? Integer.parseInt(store.readText("counts-in-the-store/calls")) + 1
                : 1;
        store.saveText("counts-in-the-store/calls", String.valueOf(calls));
        portfolio.setHoldings("SPY", calls % 5 == 0 ? 0.5 : 0.1);
    }
}
