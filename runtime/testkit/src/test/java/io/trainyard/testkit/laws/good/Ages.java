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
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Models that grow old and expire between trainings. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class Ages {

    @Stored(value = "ages/mean", maxAge = "P10D", expiresAfter = "P20D")
    @Nullable
    Double mean;

    @Train(on = Days.MONTH_START, at = "06:00")
    Double fit(History history) {
        return Arrays.stream(history.closes(10)).average().orElse(0);
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", slice.bar(0).close() > Objects.requireNonNull(mean) ? 0.9 : 0.4);
    }
}
