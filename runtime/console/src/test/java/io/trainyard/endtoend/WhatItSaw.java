package io.trainyard.endtoend;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.Bar;
import io.trainyard.market.History;
import io.trainyard.time.MarketClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down, at each training and each bar, the time on the clock and the end of the latest bar in sight. */
@SuppressWarnings("NullAway.Init") // the host fills it
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class WhatItSaw {

    /** One look at the market. */
    record Look(Instant clock, Instant latestEnd) {}

    final List<Look> trainings = new ArrayList<>();
    final List<Look> bars = new ArrayList<>();

    @Stored("what-it-saw/looks")
    Integer looks;

    @Train(day = DayOfWeek.SUNDAY, at = "08:00")
    Integer look(History history, MarketClock clock) {
        List<Bar> known = history.bars("SPY", Integer.MAX_VALUE);
        Instant latest = known.stream().map(Bar::end).max(Instant::compareTo).orElse(Instant.MIN);
        trainings.add(new Look(clock.now(), latest));
        return trainings.size();
    }

    @OnData(always = true)
    void look(Bar bar, MarketClock clock) {
        bars.add(new Look(clock.now(), bar.end()));
    }
}
