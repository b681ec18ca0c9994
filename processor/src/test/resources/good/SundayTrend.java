package demo;

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

@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = DAILY)
final class SundayTrend {

    @Stored("sunday-trend/line")
    Line line;

    @Train
    @Train(day = SUNDAY, at = "08:00")
    Line fit(History history) {
        double[] closes = history.closes("SPY", 60);
        return new Line(closes[0], closes[closes.length - 1]);
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        if (slice.size() > 0 && line.to() > line.from()) {
            portfolio.order("SPY", 1);
        }
    }

    record Line(double from, double to) {}
}
