package io.trainyard.samples.boostedwalkforward;

import static io.trainyard.Resolution.DAILY;
import static java.time.DayOfWeek.SUNDAY;

import io.trainyard.OnData;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.WalkForward;
import io.trainyard.learning.splits.Walk;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.training.Training;
import ml.dmlc.xgboost4j.java.Booster;

@Strategy(zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class BoostedWalkForward {

    private static final int TWO_YEARS = 504;

    @Stored("boosted-walk-forward/booster")
    Booster booster;

    @Train(day = SUNDAY, at = "08:00")
    @WalkForward(train = "P6M", test = "P1M", purge = "P11D", embargo = "P2D") // labels look five bars ahead
    Booster fit(History history, Walk walk, Training training) {
        Examples examples = Examples.of(history.bars("AAPL", TWO_YEARS));
        Choice choice = Choice.among(examples, walk.folds(examples.spans()), training);
        training.parameter("trees", String.valueOf(choice.trees()));
        training.metric("folds", choice.folds());
        training.metric("log loss, out of sample", choice.loss());
        training.metric("log loss of the share of rises", choice.baseline());
        return Trees.train(examples, walk.latest(examples.spans()), choice.trees(), choice.edge());
    }

    @OnData // not called before there is a booster
    void trade(Slice slice, History history, Portfolio portfolio) {
        double rises = Trees.predict(booster, Examples.latest(history.bars("AAPL", Examples.BARS)));
        boolean hold = Trees.edge(booster) > 0 && rises > 0.5; // one that is no better than a guess is not followed
        if (hold && !portfolio.isInvested()) {
            portfolio.setHoldings("AAPL", 1.0);
        } else if (!hold && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }
}
