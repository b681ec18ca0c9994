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
import io.trainyard.models.python.PythonBridge;
import io.trainyard.models.python.PythonInput;
import io.trainyard.models.python.PythonModel;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.training.Training;

@Strategy(name = "scikit-regression-python", zone = "America/New_York", modules = PythonModule.class)
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class ScikitPython {

    private static final int TWO_YEARS = 504;

    private final PythonBridge python;

    @Stored("scikit-regression/sklearn")
    PythonModel model;

    ScikitPython(PythonBridge python) {
        this.python = python;
    }

    @Train
    @Train(day = SUNDAY, at = "08:00")
    PythonModel fit(History history, Training training) {
        Lags lags = Lags.of(history.closes("AAPL", TWO_YEARS));
        return python.train(
                training, PythonInput.empty().matrix("x", lags.rows()).vector("y", lags.targets()));
    }

    @OnData
    void trade(Slice slice, History history, Portfolio portfolio) {
        double[] row = Lags.latest(history.closes("AAPL", Lags.CLOSES));
        double forecast = python.call("predict", model, PythonInput.empty().matrix("x", row))
                .vector()[0];
        if (forecast > 0 && !portfolio.isInvested()) {
            portfolio.setHoldings("AAPL", 1.0);
        } else if (forecast < 0 && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }
}
