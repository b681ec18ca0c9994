package io.trainyard.samples.kerasthreesymbols;

import static io.trainyard.Resolution.DAILY;
import static java.time.DayOfWeek.MONDAY;

import io.trainyard.OnData;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.models.keras.KerasNetwork;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.training.Training;

/** Holds a third of the account in each symbol whose network expects tomorrow's close above today's. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = DAILY)
@Subscribe(symbol = "QQQ", resolution = DAILY)
@Subscribe(symbol = "IBM", resolution = DAILY)
final class KerasThreeSymbols {

    private static final double THIRD = 0.33;

    @Stored("keras-three-symbols/spy")
    KerasNetwork spy;

    @Stored("keras-three-symbols/qqq")
    KerasNetwork qqq;

    @Stored("keras-three-symbols/ibm")
    KerasNetwork ibm;

    @Train(limit = "PT2M", stores = "keras-three-symbols/spy") // once, as soon as it is deployed
    @Train(
            day = MONDAY,
            symbol = "SPY",
            beforeOpen = 60,
            limit = "PT2M",
            stores = "keras-three-symbols/spy") // and before a week opens
    KerasNetwork fitSpy(History history, Training training) throws Exception {
        return fit("SPY", history, training);
    }

    @Train(limit = "PT2M", stores = "keras-three-symbols/qqq")
    @Train(day = MONDAY, symbol = "QQQ", beforeOpen = 50, limit = "PT2M", stores = "keras-three-symbols/qqq")
    KerasNetwork fitQqq(History history, Training training) throws Exception {
        return fit("QQQ", history, training);
    }

    @Train(limit = "PT2M", stores = "keras-three-symbols/ibm")
    @Train(day = MONDAY, symbol = "IBM", beforeOpen = 40, limit = "PT2M", stores = "keras-three-symbols/ibm")
    KerasNetwork fitIbm(History history, Training training) throws Exception {
        return fit("IBM", history, training);
    }

    private static KerasNetwork fit(String symbol, History history, Training training) throws Exception {
        return ChangeNetwork.fit(Changes.known(history, symbol, Changes.TWO_YEARS), training);
    }

    @OnData // not called before all three are ready
    void trade(Slice slice, History history, Portfolio portfolio) throws Exception {
        hold("SPY", spy, history, portfolio);
        hold("QQQ", qqq, history, portfolio);
        hold("IBM", ibm, history, portfolio);
    }

    private static void hold(String symbol, KerasNetwork network, History history, Portfolio portfolio)
            throws Exception {
        boolean rises = ChangeNetwork.next(network, Changes.known(history, symbol, Changes.WEEK)) > 0;
        boolean held = portfolio.quantity(symbol) > 0;
        if (rises && !held) {
            portfolio.setHoldings(symbol, THIRD);
        } else if (!rises && held) {
            portfolio.liquidate(symbol);
        }
    }
}
