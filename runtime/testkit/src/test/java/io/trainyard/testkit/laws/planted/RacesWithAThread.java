package io.trainyard.testkit.laws.planted;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Has a thread think about each slice, and trades by whatever it has come to. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class RacesWithAThread {

    private final AtomicReference<@Nullable Double> thought = new AtomicReference<>();

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        double close = slice.bar(0).close();
        Thread thinker = new Thread(() -> thought.set(close));
        thinker.start();
        Double known = thought.get();
        portfolio.setHoldings("SPY", known == null ? 0 : known % 0.5);
    }
}
