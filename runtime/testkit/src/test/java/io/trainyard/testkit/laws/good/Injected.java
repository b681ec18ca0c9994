package io.trainyard.testkit.laws.good;

import dagger.Module;
import dagger.Provides;
import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.time.MarketClock;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Objects;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** All that it needs comes by its constructor, some of it from a module. */
@Strategy(zone = "America/New_York", modules = Injected.Windows.class)
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class Injected {

    private final History history;
    private final Portfolio portfolio;
    private final MarketClock clock;
    private final Window window;

    @Stored("injected/mean")
    @Nullable
    Double mean;

    @Inject
    Injected(History history, Portfolio portfolio, MarketClock clock, Window window) {
        this.history = history;
        this.portfolio = portfolio;
        this.clock = clock;
        this.window = window;
    }

    @Train
    @Train(day = DayOfWeek.MONDAY, at = "07:30")
    Double fit() {
        return Arrays.stream(history.closes(window.days())).average().orElse(0);
    }

    @OnData
    void trade(Slice slice) {
        boolean monday = clock.local().getDayOfWeek() == DayOfWeek.MONDAY;
        if (!monday) {
            portfolio.setHoldings("SPY", slice.bar(0).close() > Objects.requireNonNull(mean) ? 0.7 : 0.1);
        }
    }

    record Window(int days) {}

    @Module
    static final class Windows {
        private Windows() {}

        @Provides
        static Window window() {
            return new Window(25);
        }
    }
}
