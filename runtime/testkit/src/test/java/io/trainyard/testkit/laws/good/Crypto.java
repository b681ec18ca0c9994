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

/** A market that never closes. */
@Strategy(zone = "UTC")
@Subscribe(symbol = "BTCUSD", resolution = Resolution.DAILY, market = "crypto")
final class Crypto {

    @Stored("crypto/mean")
    @Nullable
    Double mean;

    @Train
    @Train(on = Days.EVERY_DAY, at = "12:00", limit = "PT2M")
    Double fit(History history) {
        return Arrays.stream(history.closes(10)).average().orElse(0);
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("BTCUSD", slice.bar(0).close() > Objects.requireNonNull(mean) ? 0.9 : 0);
    }
}
