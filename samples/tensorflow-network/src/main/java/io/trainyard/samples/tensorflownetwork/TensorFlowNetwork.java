package io.trainyard.samples.tensorflownetwork;

import static io.trainyard.Resolution.DAILY;
import static java.time.DayOfWeek.MONDAY;

import io.trainyard.OnData;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.Bar;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.models.tensorflow.TensorFlowModel;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.training.Training;
import java.util.List;

@Strategy(name = "tensorflow-network", zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class TensorFlowNetwork {

    private static final int DAYS = 31;

    @Stored("tensorflow-network/network")
    TensorFlowModel network; // closed by the host once the next one has replaced it

    @Train(day = MONDAY, symbol = "AAPL", beforeOpen = 60)
    TensorFlowModel fit(History history, Training training) {
        return NextOpen.fit(opens(history.bars("AAPL", DAYS)), training);
    }

    @OnData // not called before there is a network
    void trade(Slice slice, History history, Portfolio portfolio) {
        List<Bar> bars = history.bars("AAPL", DAYS);
        Forecast forecast = NextOpen.of(opens(bars), network);
        double close = bars.get(bars.size() - 1).close();
        if (close > forecast.open() + forecast.deviation() && !portfolio.isInvested()) {
            portfolio.setHoldings("AAPL", 1.0);
        } else if (close < forecast.open() - forecast.deviation() && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }

    private static double[] opens(List<Bar> bars) {
        if (bars.size() < DAYS) {
            throw new IllegalStateException(DAYS + " days are needed, and " + bars.size() + " are known so far");
        }
        return bars.stream().mapToDouble(Bar::open).toArray();
    }
}
