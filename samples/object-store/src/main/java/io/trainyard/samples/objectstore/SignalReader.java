package io.trainyard.samples.objectstore;

import static io.trainyard.Resolution.DAILY;

import io.trainyard.OnData;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.store.ObjectStore;

/** Trades the same signals, as much of them as the journal of another run says that they are worth. */
@Strategy(name = "object-store-reader", zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class SignalReader {

    @Stored("object-store-reader/size")
    Size size;

    @Train // once, at deployment: it sees what the journal was then
    Size read(ObjectStore store) {
        return Size.of(store.readJson(SignalWriter.JOURNAL, Journal.class));
    }

    @OnData // not called where there is no journal
    void trade(Slice slice, History history, Portfolio portfolio) {
        double[] closes = history.closes("AAPL", Signal.CLOSES);
        boolean up = closes.length == Signal.CLOSES && Signal.isUp(closes);
        if (up && !portfolio.isInvested()) {
            portfolio.setHoldings("AAPL", size.fraction());
        } else if (!up && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }
}
