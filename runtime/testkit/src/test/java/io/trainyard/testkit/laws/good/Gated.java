package io.trainyard.testkit.laws.good;

import io.trainyard.Better;
import io.trainyard.Gate;
import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.training.Training;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A model that has to be better than the one that serves. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class Gated {

    @Stored(value = "gated/level", gate = @Gate(metric = "rmse", better = Better.LOWER, by = 0.01))
    @Nullable
    Level level;

    @Train
    @Train(day = DayOfWeek.SUNDAY, at = "08:00")
    Level fit(History history, Training training) {
        double[] closes = history.closes(20);
        double mean = Arrays.stream(closes).average().orElse(0);
        double squares = Arrays.stream(closes)
                .map(close -> (close - mean) * (close - mean))
                .sum();
        training.metric("rmse", Math.sqrt(squares / Math.max(1, closes.length)));
        training.parameter("window", "20");
        return new Level(mean);
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings(
                "SPY", slice.bar(0).close() > Objects.requireNonNull(level).mean() ? 0.8 : 0.2);
    }

    record Level(double mean) {}
}
