package io.trainyard.testkit.laws.good;

import io.trainyard.Cost;
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
import java.time.DayOfWeek;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A model that arrives when a run of eight minutes would have ended. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class Modelled {

    @Stored("modelled/close")
    @Nullable
    Double close;

    @Train
    @Train(day = DayOfWeek.FRIDAY, at = "18:55")
    @Runs(cost = Cost.FIXED, fixedCost = "PT8M", modelled = true)
    Double fit(History history) {
        return history.closes(1)[0];
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", slice.bar(0).close() > Objects.requireNonNull(close) ? 0.6 : 0.3);
    }
}
