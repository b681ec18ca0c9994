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
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stores a model that is another one each time it is read. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class ChangesWhenRead {

    @Stored("changes-when-read/mean")
    @Nullable
    Mean mean;

    @Train
    @Train(day = DayOfWeek.SUNDAY, at = "08:00")
    Mean fit(History history) {
        return new Mean(Arrays.stream(history.closes(20)).average().orElse(0));
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings(
                "SPY", slice.bar(0).close() > Objects.requireNonNull(mean).value() ? 0.5 : 0.1);
    }

    /** Is careful, once more with each reading. */
    record Mean(double value) {
        Mean {
            value = value * 0.99;
        }
    }
}
