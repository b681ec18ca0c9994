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

/** Stores a model of which one field does not come back. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class LosesAField {

    @Stored("loses-a-field/model")
    @Nullable
    Model model;

    @Train
    @Train(day = DayOfWeek.SUNDAY, at = "08:00")
    Model fit(History history) {
        double[] closes = history.closes(20);
        Model fitted = new Model();
        fitted.low = java.util.Arrays.stream(closes).min().orElse(0);
        fitted.high = java.util.Arrays.stream(closes).max().orElse(0);
        return fitted;
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        Model now = java.util.Objects.requireNonNull(model);
        portfolio.setHoldings("SPY", slice.bar(0).close() > (now.low + now.high) / 2 ? 0.5 : 0.1);
    }

    static final class Model {
        double low;
        transient double high;
    }
}
