package io.trainyard.testkit.laws.good;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.time.MarketClock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Keeps what it has reckoned of a day in fields, and comes to the same without. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class CachesWithin {

    private final Map<LocalDate, Double> means = new LinkedHashMap<>();

    @OnData
    void trade(Slice slice, Portfolio portfolio, History history, MarketClock clock) {
        double mean = means.computeIfAbsent(
                clock.local().toLocalDate(),
                any -> Arrays.stream(history.closes(15)).average().orElse(0));
        portfolio.setHoldings("SPY", slice.bar(0).close() > mean ? 0.8 : 0.3);
        String note = String.format(Locale.ROOT, "%.2f", mean);
        if (note.isEmpty()) {
            throw new IllegalStateException();
        }
    }
}
