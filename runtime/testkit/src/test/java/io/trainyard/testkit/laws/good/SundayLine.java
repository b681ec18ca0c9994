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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line through the last closes, trained on Sundays. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class SundayLine {

    @Stored("sunday-line/line")
    @Nullable
    Line line;

    @Train
    @Train(day = DayOfWeek.SUNDAY, at = "08:00")
    Line fit(History history) {
        double[] closes = history.closes(60);
        double slope = closes.length < 2 ? 0 : (closes[closes.length - 1] - closes[0]) / closes.length;
        return new Line(closes.length == 0 ? 0 : closes[0], slope);
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        if (Objects.requireNonNull(line).slope() > 0 && !portfolio.isInvested()) {
            portfolio.setHoldings("SPY", 1.0);
        } else if (Objects.requireNonNull(line).slope() < 0 && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }

    record Line(double intercept, double slope) {}
}
