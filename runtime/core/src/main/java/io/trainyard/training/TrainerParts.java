package io.trainyard.training;

import io.trainyard.time.Alarms;
import io.trainyard.time.ManualClock;
import io.trainyard.time.Stopwatch;
import java.time.Duration;

/**
 * What a trainer is built from; a host chooses it by its mode.
 *
 * @param strategy the name that logs give the strategy
 * @param clock market time of the strategy, moved by its host
 * @param timing how trainings and market time go together
 * @param stopwatch measures runs
 * @param alarms watch limits
 * @param patience how long a run that is interrupted has to end before its thread is replaced
 * @param lane where trainings run
 * @param wake called, on any thread, when {@link Trainer#drain} has something to do that did not happen on the lane's caller
 * @param budget what training time there is
 * @param keeper keeps models
 * @param history keeps what became of runs
 * @param listener is told of everything
 */
public record TrainerParts(
        String strategy,
        ManualClock clock,
        Timing timing,
        Stopwatch stopwatch,
        Alarms alarms,
        Duration patience,
        Lane lane,
        Runnable wake,
        TrainingBudget budget,
        ModelKeeper keeper,
        RunHistory history,
        TrainingListener listener) {

    /** How long a run that is interrupted has to end where nothing is said, 10 seconds. */
    public static final Duration STANDARD_PATIENCE = Duration.ofSeconds(10);
}
