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
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.training.Training;

@Strategy(zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class NoFlagByHand {

    @Stored("no-flag-by-hand/low")
    Double low;

    @Stored("no-flag-by-hand/high")
    Double high;

    @Train
    @Train(day = FRIDAY, at = "15:55")
    void fit(History history, Training training) {
        Band next = Band.of(history.closes("AAPL", 60));
        low = next.low();
        training.progress(0.5, "between two fields"); // half a model, and nobody is called who could see it
        high = next.high();
    }

    @OnData // not called while `fit` writes
    void trade(Bar bar, Portfolio portfolio) {
        if (bar.close() < low && !portfolio.isInvested()) {
            portfolio.setHoldings("AAPL", 1.0);
        } else if (bar.close() > high && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }

    @OnData(always = true) // called also then, and asks the guard
    void watch(Slice slice, NoFlagByHand_Guard guard, Portfolio portfolio) {
        if (!guard.isModelReady() && portfolio.isInvested()) {
            portfolio.liquidate(); // nothing is held without a band to hold it by
        }
    }
}
