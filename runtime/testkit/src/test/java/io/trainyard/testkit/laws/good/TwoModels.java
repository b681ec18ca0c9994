package io.trainyard.testkit.laws.good;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.Bar;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two models, two trainings, a handler for each and one for both. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class TwoModels {

    @Stored("two-models/mean")
    @Nullable
    Double mean;

    @Stored("two-models/spread")
    @Nullable
    Spread spread;

    @Train(day = DayOfWeek.SUNDAY, at = "08:00")
    Double fitMean(History history) {
        return Arrays.stream(history.closes(30)).average().orElse(0);
    }

    @Train(day = DayOfWeek.WEDNESDAY, at = "20:00")
    Spread fitSpread(History history) {
        double[] closes = history.closes(30);
        return new Spread(
                Arrays.stream(closes).min().orElse(0),
                Arrays.stream(closes).max().orElse(0));
    }

    @OnData(requires = "two-models/mean")
    void buy(Slice slice, Portfolio portfolio) {
        if (slice.bar(0).close() < Objects.requireNonNull(mean) && portfolio.quantity("SPY") < 300) {
            portfolio.order("SPY", 10);
        }
    }

    @OnData
    void sell(Bar bar, Portfolio portfolio) {
        if (bar.close() > Objects.requireNonNull(spread).high() * 0.99 && portfolio.isInvested()) {
            portfolio.liquidate("SPY");
        }
    }

    record Spread(double low, double high) {}
}
