package io.trainyard.training;

import io.trainyard.schedule.Schedule;
import java.util.List;

/**
 * A training as declared.
 *
 * @param name the name of its method
 * @param schedules when it is due; an instant on which several agree is one occasion
 * @param fills the keys of the stored models that it fills
 * @param policy the rules for its runs
 */
public record TrainingDefinition(String name, List<Schedule> schedules, List<String> fills, RunPolicy policy) {

    /** Copies the lists. */
    public TrainingDefinition {
        schedules = List.copyOf(schedules);
        fills = List.copyOf(fills);
    }

    /** A training with the {@linkplain RunPolicy#standard standard rules}. */
    public TrainingDefinition(String name, List<Schedule> schedules, List<String> fills) {
        this(name, schedules, fills, RunPolicy.standard());
    }
}
