package io.trainyard.samples.pytorchnetwork;

import static io.trainyard.Days.EVERY_DAY;
import static io.trainyard.Resolution.DAILY;

import io.trainyard.OnData;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.models.djl.Network;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.training.Training;

@Strategy(name = "pytorch-network", zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class PyTorchNetwork {

    private static final int SAMPLES = 30;

    @Stored("pytorch-network/network")
    Network network; // closed by the host once the next one has replaced it

    @Train(on = EVERY_DAY, symbol = "AAPL", beforeOpen = 60, limit = "PT1M")
    Network fit(History history, Training training) {
        return NextMove.fit(Moves.of(history.bars("AAPL", SAMPLES + 2), SAMPLES + 1), training);
    }

    @OnData // not called before there is a network
    void trade(Slice slice, History history, Portfolio portfolio) {
        Moves moves = Moves.of(history.bars("AAPL", SAMPLES + 2), SAMPLES + 1);
        double expected = NextMove.after(moves.beforeLast(), network);
        double happened = moves.untilLastClose();
        if (happened > expected + 1 && !portfolio.isInvested()) {
            portfolio.setHoldings("AAPL", 1.0);
        } else if (happened < expected - 1 && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }
}
