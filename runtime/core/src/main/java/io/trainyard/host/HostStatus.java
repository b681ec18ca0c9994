package io.trainyard.host;

import io.trainyard.training.ModelState;
import io.trainyard.training.TrainingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One look at a strategy, for reports and dashboards.
 *
 * @param strategy its name
 * @param phase where it stands
 * @param asOf market time of the look
 * @param slices how many slices it was offered
 * @param withheld how many of them came while a model was not ready
 * @param pending how many events wait for its thread
 * @param ready whether all its models are ready
 * @param models its stored models
 * @param trainings its trainings
 * @param budget its training budget
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
        Budget budget,
        @Nullable Handler handler,
        @Nullable String feedProblem) {

    /** Copies the lists. */
    public HostStatus {
        models = List.copyOf(models);
        trainings = List.copyOf(trainings);
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
     * A handler that is called just now.
     *
     * @param name the name of its method
     * @param since how long ago it was called, machine time
     * @param stack where it is
     */
    public record Handler(String name, Duration since, List<StackTraceElement> stack) {}
}
