package io.trainyard.testkit.laws.planted;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Bar;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks up in a static map, which runs before this one have filled, what will happen tomorrow. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class RemembersTomorrow {

    private static final TreeMap<Instant, Double> SEEN = new TreeMap<>();

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        Bar bar = slice.bar(0);
        SEEN.put(bar.end(), bar.close());
        Map.@Nullable Entry<Instant, Double> tomorrow = SEEN.higherEntry(bar.end());
        boolean rises = tomorrow == null ? bar.close() > bar.open() : tomorrow.getValue() > bar.close();
        portfolio.setHoldings("SPY", rises ? 0.9 : 0);
    }
}
