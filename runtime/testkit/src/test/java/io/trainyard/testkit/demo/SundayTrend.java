package io.trainyard.testkit.demo;

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

/** The strategy of the project's first page. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class SundayTrend {

    @Stored("sunday-trend/line")
    Line line; // restored at deployment, replaced after every training

    @Train // once, as soon as it is deployed
    @Train(day = SUNDAY, at = "08:00") // and every Sunday at eight, New York time
    Line fit(History history) {
        return Line.through(history.closes("AAPL", 60));
    }

    @OnData // not called before `line` is ready
    void trade(Slice slice, Portfolio portfolio) {
        if (line.slope() > 0 && !portfolio.isInvested()) {
            portfolio.setHoldings("AAPL", 1.0);
        } else if (line.slope() < 0 && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }
}
