package io.trainyard.testkit.demo;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import io.trainyard.Busy;
import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Runs;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Tier;
import io.trainyard.Train;
import io.trainyard.Unaffordable;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.time.MarketClock;

/** A strategy that says what becomes of its trainings when things go wrong. */
@Strategy(zone = "UTC", tier = Tier.MB_2048)
@Subscribe(symbol = "AAPL", resolution = Resolution.DAILY)
final class Careful {

    @Stored(value = "careful/model", maxAge = "P2D", expiresAfter = "P4D")
    String model = "";

    @Stored("careful/other")
    String other = "";

    @Train(
            day = {MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY},
            at = "06:00",
            stores = "careful/model")
    @Runs(unaffordable = Unaffordable.DEFER, busy = Busy.REPLACE, retries = 2, backoff = "PT5M", pauseAfter = 2)
    String fit(MarketClock clock) {
        return "trained at " + clock.local();
    }

    @Train(day = MONDAY, at = "05:30", stores = "careful/other", limit = "PT5M")
    String compare() {
        return "compared";
    }

    @OnData(requires = "careful/model")
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.order("AAPL", 1);
    }
}
