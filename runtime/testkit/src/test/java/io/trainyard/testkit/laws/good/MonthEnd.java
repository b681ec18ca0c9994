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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Trains half an hour after the close of the last trading day of each month. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class MonthEnd {

    @Stored("month-end/close")
    @Nullable
    Double close;

    @Train(on = Days.MONTH_END, symbol = "SPY", afterClose = 30)
    Double fit(History history) {
        return history.closes(1)[0];
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", slice.bar(0).close() > Objects.requireNonNull(close) ? 1 : 0);
    }
}
