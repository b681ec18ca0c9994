package io.trainyard.testkit.laws.good;

import io.trainyard.Busy;
import io.trainyard.Cost;
import io.trainyard.Days;
import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Runs;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.Unaffordable;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Trains every day on a budget for less: what is not afforded waits. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class Deferred {

    @Stored("deferred/close")
    @Nullable
    Double close;

    @Train(on = Days.EVERY_DAY, at = "07:00", limit = "PT10M")
    @Runs(unaffordable = Unaffordable.DEFER, cost = Cost.FIXED, fixedCost = "PT8M", busy = Busy.SKIP)
    Double fit(History history) {
        return history.closes(1)[0];
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", slice.bar(0).close() > Objects.requireNonNull(close) ? 0.6 : 0.3);
    }
}
