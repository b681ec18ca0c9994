package io.trainyard.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a training stands.
 *
 * @param training the name of its method
 * @param running the attempt that runs, null if none does
 * @param waiting how many occasions wait: for the one that runs, for the budget, or to be tried again
 * @param failures how often it failed in a row
 * @param paused whether it is paused
 * @param nextDue when it is due next by its schedules, null if it never is again
 * @param last what became of the last run that was settled, null before the first
 */
public record TrainingStatus(
        String training,
        @Nullable StartedRun running,
        int waiting,
        int failures,
        boolean paused,
        @Nullable Instant nextDue,
        @Nullable TrainingRun last) {

    /** The same, due next at another time. */
    public TrainingStatus dueNext(@Nullable Instant at) {
        return new TrainingStatus(training, running, waiting, failures, paused, at, last);
    }
}
