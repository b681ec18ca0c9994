package io.trainyard.training;

import io.trainyard.schedule.Schedule;
import java.util.List;

/**
 * A training as declared.
 *
 * @param name the name of its method
 * @param schedules when it is due; an instant on which several agree is one occasion
 * @param fills the keys of the stored models that it fills
 */
public record TrainingDefinition(String name, List<Schedule> schedules, List<String> fills) {

    /** Copies the lists. */
    public TrainingDefinition {
        schedules = List.copyOf(schedules);
        fills = List.copyOf(fills);
    }
}
