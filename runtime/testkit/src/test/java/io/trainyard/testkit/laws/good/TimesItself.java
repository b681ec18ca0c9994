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

/** Looks at the stopwatch of the machine, and decides nothing by it. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class TimesItself {

    private long longest;

    @Stored("times-itself/mean")
    @Nullable
    Double mean;

    @Train
    @Train(day = DayOfWeek.SUNDAY, at = "08:00")
    Double fit(History history) {
        long start = System.nanoTime();
        double found = Arrays.stream(history.closes(10)).average().orElse(0);
        longest = Math.max(longest, System.nanoTime() - start);
        return found;
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", slice.bar(0).close() > Objects.requireNonNull(mean) ? 0.9 : 0.4);
    }
}
