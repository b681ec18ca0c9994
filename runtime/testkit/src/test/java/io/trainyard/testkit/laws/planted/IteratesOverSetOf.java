package io.trainyard.testkit.laws.planted;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.util.Set;

/** Takes the first weight that a Set.of gives out, whose order is another in each process. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class IteratesOverSetOf {

    private final Set<String> weights = Set.of("0.1", "0.2", "0.3");

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", Double.parseDouble(weights.iterator().next()));
    }
}
