package io.trainyard.samples.hmmregime;

import static io.trainyard.Resolution.DAILY;
import static java.time.DayOfWeek.SUNDAY;

import io.trainyard.OnData;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.learning.Samples;
import io.trainyard.learning.hmm.GaussianHmm;
import io.trainyard.learning.hmm.HmmFilter;
import io.trainyard.learning.hmm.HmmFit;
import io.trainyard.market.Bar;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.training.Training;
import java.util.List;

@Strategy(zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class HmmRegime {

    /** States of a fit are ordered by their variance. */
    static final int CALM = 0;

    private static final int FOUR_YEARS = 1000;
    private static final int THREE_MONTHS = 60;

    @Stored("hmm-regime/regimes")
    GaussianHmm regimes;

    @Train // once, as soon as it is deployed
    @Train(day = SUNDAY, at = "08:00") // and every Sunday
    GaussianHmm fit(History history, Training training) {
        double[] returns = Samples.finite(returns(history), "daily returns", THREE_MONTHS);
        HmmFit fit = GaussianHmm.trainer(2)
                .seed(7)
                .eachIteration(training::checkpoint) // a training over its limit ends there
                .fit(returns);
        training.metric("bic", fit.bic());
        training.metric("calm, % a day", fit.model().states().get(CALM).deviation(0));
        training.metric("rough, % a day", fit.model().states().get(1).deviation(0));
        return fit.model();
    }

    @OnData // not called before there are regimes
    void trade(Slice slice, History history, Portfolio portfolio) {
        if (calmTomorrow(history) > 0.5) {
            if (!portfolio.isInvested()) {
                portfolio.setHoldings("AAPL", 1.0);
            }
        } else if (portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }

    /** The probability that the next day is one of the calm regime, from what is known today: filtered, not smoothed. */
    double calmTomorrow(History history) {
        HmmFilter filter = regimes.filter();
        for (double each : returns(history)) {
            filter.update(each);
        }
        return filter.expected()[CALM];
    }

    private static double[] returns(History history) {
        return returns(history.bars("AAPL", FOUR_YEARS + 1));
    }

    /** Logarithmic returns from one close to the next, in percent, oldest first. */
    static double[] returns(List<Bar> bars) {
        double[] returns = new double[Math.max(0, bars.size() - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = 100 * Math.log(bars.get(i + 1).close() / bars.get(i).close());
        }
        return returns;
    }
}
