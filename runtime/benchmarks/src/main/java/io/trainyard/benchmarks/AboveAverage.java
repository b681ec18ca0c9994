package io.trainyard.benchmarks;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Bar;
import io.trainyard.portfolio.Portfolio;

/** Invested while the close is above its average over twenty bars. */
@Strategy(zone = "UTC")
@Subscribe(symbol = "WALK", resolution = Resolution.DAILY)
final class AboveAverage {

    static final int WINDOW = 20;

    private final MovingAverage average = new MovingAverage(WINDOW);
    private boolean wantsIn;

    @OnData
    void trade(Bar bar, Portfolio portfolio) {
        double mean = average.add(bar.close());
        boolean above = bar.close() > mean;
        if (average.isFull() && above != wantsIn) {
            wantsIn = above;
            portfolio.order("WALK", above ? 100 : -100);
        }
    }
}
