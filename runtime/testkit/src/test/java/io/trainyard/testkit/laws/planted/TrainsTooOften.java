package io.trainyard.testkit.laws.planted;

import io.trainyard.Cost;
import io.trainyard.Days;
import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Runs;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import org.jspecify.annotations.Nullable;

/** Trains every day, and each run takes twenty-five minutes of a budget that regains five. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class TrainsTooOften {

    @Stored("trains-too-often/close")
    @Nullable
    Double close;

    @Train(on = Days.EVERY_DAY, at = "08:00", limit = "PT25M")
    @Runs(cost = Cost.LIMIT)
    Double fit(History history) {
        return history.closes(1)[0];
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", 0.5);
    }
}
