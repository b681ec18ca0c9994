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

/** Hands over what its training has found by the thread. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class TellsByThreadLocal {

    private final ThreadLocal<Double> mean = ThreadLocal.withInitial(() -> 0.0);

    @Stored("tells-by-thread-local/count")
    @Nullable
    Integer count;

    @Train
    @Train(day = DayOfWeek.SUNDAY, at = "08:00")
    Integer fit(History history) {
        double[] closes = history.closes(20);
        mean.set(closes.length == 0 ? 0 : closes[closes.length - 1]);
        return closes.length;
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", slice.bar(0).close() > mean.get() ? 0.5 : 0.1);
    }
}
