package io.trainyard.testkit;

import io.trainyard.host.BacktestListener;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.StartedRun;
import io.trainyard.training.TrainingRun;
import java.time.Instant;

/** Hands what a backtest tells on. */
record BacktestTold(Told told) implements BacktestListener {

    @Override
    public void started(StartedRun run) {
        told.started(run);
    }

    @Override
    public void trained(TrainingRun run) {
        told.trained(run);
    }

    @Override
    public void paused(String training, int failures) {
        told.paused(training, failures);
    }

    @Override
    public void aged(ModelStatus model, Instant at) {
        told.aged(model, at);
    }
}
