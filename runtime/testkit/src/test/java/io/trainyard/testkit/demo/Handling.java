package io.trainyard.testkit.demo;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Tier;
import io.trainyard.Train;
import io.trainyard.market.Slice;
import io.trainyard.time.MarketClock;

/** A strategy whose models have to be closed, and which fails where it is handed a closed one. */
@Strategy(zone = "UTC", tier = Tier.MB_2048)
@Subscribe(symbol = "AAPL", resolution = Resolution.DAILY)
final class Handling {

    @Stored("handling/handle")
    Handle handle;

    @Train(
            day = {MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY},
            at = "06:00")
    Handle fit(MarketClock clock) {
        if (handle != null && !handle.isOpen()) {
            throw new IllegalStateException(handle + ", while a training may use it");
        }
        return new Handle("trained at " + clock.local());
    }

    @OnData
    void trade(Slice slice) {
        if (!handle.isOpen()) {
            throw new IllegalStateException(handle + ", and still in its field");
        }
    }
}
