package io.trainyard.host;

import io.trainyard.training.TrainingRun;
import java.time.Instant;

/** Told of what happens while a backtest runs, on its thread. */
public interface BacktestListener {

    /** One that does not listen. */
    BacktestListener NONE = new BacktestListener() {};

    /** The strategy is deployed and its stored models are restored. */
    default void deployed(Instant at) {}

    /** A training was due and is settled. */
    default void trained(TrainingRun run) {}

    /** Market time has come to {@code at}; called every few thousand slices, and at the end. */
    default void reached(Instant at) {}
}
