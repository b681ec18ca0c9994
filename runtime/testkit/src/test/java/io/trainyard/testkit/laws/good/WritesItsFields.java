package io.trainyard.testkit.laws.good;

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
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A training that returns nothing and fills two fields. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class WritesItsFields {

    @Stored("writes-its-fields/low")
    @Nullable
    Double low;

    @Stored("writes-its-fields/high")
    @Nullable
    Double high;

    @Train
    @Train(day = DayOfWeek.SATURDAY, at = "08:00")
    @SuppressWarnings("trainyard")
    void fit(History history) {
        double[] closes = history.closes(40);
        low = Arrays.stream(closes).min().orElse(0);
        high = Arrays.stream(closes).max().orElse(0);
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        double middle = (Objects.requireNonNull(low) + Objects.requireNonNull(high)) / 2;
        portfolio.setHoldings("SPY", slice.bar(0).close() > middle ? 0.9 : -0.3);
    }
}
