package io.trainyard.testkit.laws.good;

import io.trainyard.Days;
import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Runs;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.time.MarketClock;
import io.trainyard.training.Training;
import java.time.DayOfWeek;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A training that fails on some days at the first attempt, and is tried again. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class Retried {

    @Stored("retried/close")
    @Nullable
    Double close;

    @Train(on = Days.EVERY_DAY, at = "19:00", limit = "PT1M")
    @Runs(retries = 2, backoff = "PT5M", pauseAfter = 4)
    Double fit(History history, Training training, MarketClock clock) {
        if (training.attempt() == 1 && clock.local().getDayOfWeek() == DayOfWeek.WEDNESDAY) {
            throw new IllegalStateException("no convergence on " + clock.local().toLocalDate());
        }
        return history.closes(1)[0];
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", slice.bar(0).close() > Objects.requireNonNull(close) ? 0.5 : 0.25);
    }
}
