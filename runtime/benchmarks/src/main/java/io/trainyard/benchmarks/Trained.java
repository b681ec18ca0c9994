package io.trainyard.benchmarks;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.Bar;
import io.trainyard.market.History;
import io.trainyard.portfolio.Portfolio;
import org.jspecify.annotations.Nullable;

/** Invested while a line through its last closes rises. */
@Strategy(zone = "UTC")
@Subscribe(symbol = "WALK", resolution = Resolution.DAILY)
final class Trained {

    @Stored("trained/line")
    @Nullable
    Line line;

    @Train
    @Train(day = java.time.DayOfWeek.SUNDAY, at = "08:00")
    Line fit(History history) {
        double[] closes = history.closes("WALK", 20);
        return closes.length == 0 ? new Line(0, 0) : new Line(closes[0], closes[closes.length - 1]);
    }

    @OnData
    void trade(Bar bar, Portfolio portfolio) {
        Line learned = line;
        portfolio.setHoldings("WALK", learned != null && learned.to() > learned.from() ? 0.5 : 0);
    }

    /** The first and the last close. */
    record Line(double from, double to) {}
}
