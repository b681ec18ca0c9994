package io.trainyard.testkit.laws.good;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.Bar;
import io.trainyard.market.History;
import io.trainyard.portfolio.Portfolio;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two symbols, and what one has done for the other. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
@Subscribe(symbol = "TLT", resolution = Resolution.DAILY)
final class TwoSymbols {

    @Stored("two-symbols/weights")
    @Nullable
    Map<String, Double> weights;

    @Train
    @Train(day = DayOfWeek.SUNDAY, at = "08:00")
    Map<String, Double> fit(History history) {
        Map<String, Double> found = new HashMap<>();
        for (String symbol : List.of("SPY", "TLT")) {
            double[] closes = history.closes(symbol, 20);
            found.put(symbol, closes.length == 0 ? 0 : closes[closes.length - 1] / closes[0] / 4);
        }
        return found;
    }

    @OnData
    void trade(Bar bar, Portfolio portfolio) {
        portfolio.setHoldings(bar.symbol(), Objects.requireNonNull(weights).getOrDefault(bar.symbol(), 0.0));
    }
}
