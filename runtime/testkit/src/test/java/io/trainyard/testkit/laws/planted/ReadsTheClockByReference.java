package io.trainyard.testkit.laws.planted;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Buys by the day of the month on the wall, which it gets by a method reference. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class ReadsTheClockByReference {

    private final Supplier<LocalDate> today = LocalDate::now;

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", today.get().getDayOfMonth() / 40.0);
    }
}
