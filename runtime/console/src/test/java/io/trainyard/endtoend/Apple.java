package io.trainyard.endtoend;

import static io.trainyard.Resolution.DAILY;
import static java.time.DayOfWeek.SUNDAY;

import io.trainyard.OnData;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;

/** A trend of the symbol that the sample has, whose line ages within the week and may come from another process. */
@SuppressWarnings("NullAway.Init") // the host fills it
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class Apple {

    @Stored(value = "apple/line", maxAge = "P5D", refresh = true)
    Line line;

    @Train
    @Train(day = SUNDAY, at = "08:00")
    Line fit(History history) {
        return Line.through(history.closes("AAPL", 60));
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        if (line.slope() > 0 && !portfolio.isInvested()) {
            portfolio.setHoldings("AAPL", 1.0);
        } else if (line.slope() < 0 && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }
}
