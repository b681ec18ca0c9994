package io.trainyard.samples.noflag;

import static io.trainyard.Resolution.DAILY;
import static java.time.DayOfWeek.FRIDAY;

import io.trainyard.OnData;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.Bar;
import io.trainyard.market.History;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.training.Training;

@Strategy(zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class NoFlag {

    @Stored("no-flag/band")
    Band band;

    @Train
    @Train(day = FRIDAY, at = "15:55") // five minutes before the close: live, a bar comes while it trains
    Band fit(History history, Training training) {
        Band next = Band.of(history.closes("AAPL", 60));
        training.progress(0.9, "about to return");
        return next; // the host stores it, and then puts it in place between two bars
    }

    @OnData // on the old band until the new one is whole
    void trade(Bar bar, Portfolio portfolio) {
        if (bar.close() < band.low() && !portfolio.isInvested()) {
            portfolio.setHoldings("AAPL", 1.0);
        } else if (bar.close() > band.high() && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }
}
