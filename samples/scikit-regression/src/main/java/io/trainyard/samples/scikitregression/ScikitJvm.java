package io.trainyard.samples.scikitregression;

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
import org.tribuo.regression.slm.SparseLinearModel;

@Strategy(name = "scikit-regression", zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class ScikitJvm {

    private static final int TWO_YEARS = 504;

    @Stored("scikit-regression/tribuo")
    SparseLinearModel model;

    @Train
    @Train(day = SUNDAY, at = "08:00")
    SparseLinearModel fit(History history) {
        return LeastSquares.fit(Lags.of(history.closes("AAPL", TWO_YEARS)));
    }

    @OnData
    void trade(Slice slice, History history, Portfolio portfolio) {
        double forecast = LeastSquares.predict(model, Lags.latest(history.closes("AAPL", Lags.CLOSES)));
        if (forecast > 0 && !portfolio.isInvested()) {
            portfolio.setHoldings("AAPL", 1.0);
        } else if (forecast < 0 && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }
}
