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

/** Trains at the very moment of the close, on the bar that ends there. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class AtTheClose {

    @Stored("at-the-close/close")
    @Nullable
    Double close;

    @Train(on = Days.WEEK_END, symbol = "SPY", afterClose = 0)
    @SuppressWarnings("trainyard")
    Double fit(History history) {
        return history.closes(1)[0];
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", slice.bar(0).close() >= Objects.requireNonNull(close) ? 1 : 0.5);
    }
}
