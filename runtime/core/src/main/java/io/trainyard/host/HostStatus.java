package io.trainyard.host;

import io.trainyard.training.ModelState;
import io.trainyard.training.RunningTraining;
import io.trainyard.training.TrainingRun;
import io.trainyard.training.TrainingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One look at a strategy, for reports and dashboards: {@link LiveRun#status}, {@link BacktestRun#status}.
 *
 * @param strategy its name
 * @param phase where it stands
 * @param asOf market time of the look
 * @param slices how many slices it was offered
 * @param withheld how many of them came while a model was not ready
 * @param pending how many events wait for its thread: the depth of its mailbox
 * @param ready whether all its models are ready
 * @param models its stored models
 * @param trainings its trainings, each with its last outcome
 * @param running what is trained just now
 * @param lastRuns the last runs that were settled, ten at most, oldest first
 * @param nextDue market time at which a training is due next, or tried again, or a model arrives or ages; null if nothing will
 * @param budget its training budget
 * @param account its money
 * @param handler the handler that is called just now, null if none is
 * @param feedProblem why its feed has no connection, null if it has
 */
public record HostStatus(
        String strategy,
        Phase phase,
        Instant asOf,
        long slices,
        long withheld,
        int pending,
        boolean ready,
        List<Model> models,
        List<TrainingStatus> trainings,
        List<RunningTraining> running,
        List<TrainingRun> lastRuns,
        @Nullable Instant nextDue,
        Budget budget,
        Account account,
        @Nullable Handler handler,
        @Nullable String feedProblem) {

    /** Copies the lists. */
    public HostStatus {
        models = List.copyOf(models);
        trainings = List.copyOf(trainings);
        running = List.copyOf(running);
        lastRuns = List.copyOf(lastRuns);
    }

    /** Where a strategy stands. */
    public enum Phase {
        /** It is fed. */
        RUNNING,
        /** It is not fed any more, and waits for trainings that run. */
        STOPPING,
        /** It has come to its end. */
        STOPPED,
        /** It has come to its end because it failed. */
        FAILED
    }

    /**
     * A stored model.
     *
     * @param key its key
     * @param state its state
     * @param version the number of the version in place, null if there is none
     * @param trainedAt market time at which its training was complete, null if there is none
     * @param age how old it is on the market clock, null if there is none
     */
    public record Model(
            String key,
            ModelState state,
            @Nullable Long version,
            @Nullable Instant trainedAt,
            @Nullable Duration age) {}

    /**
     * A training budget.
     *
     * @param level how much of it is in use
     * @param capacity how much there is
     */
    public record Budget(Duration level, Duration capacity) {}

    /**
     * What an account comes to, in its currency.
     *
     * @param cash money not invested
     * @param equity cash and holdings at their last known prices
     * @param orders how many were placed
     * @param openOrders how many of them wait for a bar
     * @param fills how many were filled
     */
    public record Account(double cash, double equity, int orders, int openOrders, int fills) {}

    /**
     * A handler that is called just now.
     *
     * @param name the name of its method
     * @param since how long ago it was called, machine time
     * @param stack where it is
     */
    public record Handler(String name, Duration since, List<StackTraceElement> stack) {}
}
