package io.trainyard.strategy;

import io.trainyard.training.ModelSlot;
import io.trainyard.training.TrainingJob;
import java.util.List;

/**
 * One instance of a strategy, wired to a host.
 *
 * @param component its Dagger component, of the generated type
 * @param guard tells whether its models are ready
 * @param slots its stored models
 * @param jobs its trainings
 * @param handlers its handlers, in the order in which they are called
 */
public record WiredStrategy(
        Object component,
        ModelGuard guard,
        List<ModelSlot<?>> slots,
        List<TrainingJob> jobs,
        List<DataHandler> handlers) {

    /** Copies the lists. */
    public WiredStrategy {
        slots = List.copyOf(slots);
        jobs = List.copyOf(jobs);
        handlers = List.copyOf(handlers);
    }
}
