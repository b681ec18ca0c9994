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

/** Its handler is always called and asks whether the model is there. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class AsksTheGuard {

    @Stored("asks-the-guard/mean")
    @Nullable
    Double mean;

    @Train(day = DayOfWeek.THURSDAY, at = "22:00")
    Double fit(History history) {
        return Arrays.stream(history.closes(10)).average().orElse(0);
    }

    @OnData(always = true)
    void trade(Slice slice, Portfolio portfolio, AsksTheGuard_Guard guard) {
        if (!guard.isModelReady()) {
            portfolio.setHoldings("SPY", 0.1);
        } else {
            portfolio.setHoldings("SPY", slice.bar(0).close() > Objects.requireNonNull(mean) ? 0.9 : 0.4);
        }
    }
}
