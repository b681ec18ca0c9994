package io.trainyard.testkit.laws.good;

import io.trainyard.Days;
import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bars of a minute, a training each evening. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.MINUTE)
final class MinuteMean {

    @Stored("minute-mean/mean")
    @Nullable
    Double mean;

    @Train
    @Train(on = Days.EVERY_DAY, at = "18:30", limit = "PT1M")
    Double fit(History history) {
        return Arrays.stream(history.closes(390)).average().orElse(0);
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        double close = slice.bar(0).close();
        if (close < Objects.requireNonNull(mean) * 0.999 && !portfolio.isInvested()) {
            portfolio.setHoldings("SPY", 1);
        } else if (close > Objects.requireNonNull(mean) * 1.001 && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }
}
