package io.trainyard.samples.svmdirection;

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
import io.trainyard.training.Training;

@Strategy(zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class SvmDirection {

    private static final int TWO_YEARS = 504;

    @Stored("svm-direction/direction")
    Direction direction; // the machine and the scaling of its features: one model, one version

    @Train // once, as soon as it is deployed
    @Train(day = SUNDAY, at = "08:00") // and every Sunday
    Direction fit(History history, Training training) {
        Examples all = Examples.of(history.bars("AAPL", TWO_YEARS));
        int unseen = all.size() / 4;
        // the label of the last row before is the close of the first row after: that row is in neither
        Direction trial = Direction.through(all.range(0, all.size() - unseen - 1));
        training.metric("hit rate, unseen", trial.hitRate(all.range(all.size() - unseen, all.size())));
        training.metric("share of rises", all.share());
        training.checkpoint(); // a training over its limit ends here
        return Direction.through(all);
    }

    @OnData // not called before there is a direction
    void trade(Slice slice, History history, Portfolio portfolio) {
        boolean rises = direction.rises(Examples.latest(history.bars("AAPL", Examples.BARS)));
        if (rises && !portfolio.isInvested()) {
            portfolio.setHoldings("AAPL", 1.0);
        } else if (!rises && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }
}
