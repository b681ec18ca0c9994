package io.trainyard.testkit.laws.planted;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** Takes longer than it may, and does not listen. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class TrainsTooLong {

    @Stored("trains-too-long/number")
    @Nullable
    Long number;

    @Train
    @Train(day = DayOfWeek.SUNDAY, at = "08:00", limit = "PT0.05S")
    Long fit(History history) {
        long sum = history.closes(1).length;
        while (!Thread.currentThread().isInterrupted()) {
            sum = sum * 31 + 7;
        }
        return sum;
    }

    @OnData(always = true)
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", 0.5);
    }
}
