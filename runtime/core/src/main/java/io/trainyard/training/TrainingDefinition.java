package io.trainyard.training;

import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.Trigger;
import java.util.List;

/**
 * A training as declared.
 *
 * @param name the name of its method
 * @param triggers when it is due, and what becomes of runs that are missed; an instant on which several agree is one
 *     occasion
 * @param fills the keys of the stored models that it fills
 */
public record TrainingDefinition(String name, List<Trigger> triggers, List<String> fills) {

    /** Copies the lists. */
    public TrainingDefinition {
        triggers = List.copyOf(triggers);
        fills = List.copyOf(fills);
    }

    /** When it is due, in the order of {@link #triggers}. */
    public List<Schedule> schedules() {
        return triggers.stream().map(Trigger::schedule).toList();
    }
}
