package io.trainyard.testkit.laws.good;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.util.Arrays;

/** No training, no model: a crossing of two means, reckoned from history each day. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class Plain {

    private static final int FAST = 5;
    private static final int SLOW = 20;

    @OnData
    void trade(Slice slice, Portfolio portfolio, History history) {
        boolean above = mean(history, FAST) > mean(history, SLOW);
        if (above && !portfolio.isInvested()) {
            portfolio.order("SPY", Math.floor(portfolio.cash() / slice.bar(0).close() / 2));
        } else if (!above && portfolio.isInvested()) {
            portfolio.liquidate("SPY");
        }
    }

    private static double mean(History history, int days) {
        return Arrays.stream(history.closes(days)).average().orElse(0);
    }
}
