package io.trainyard.training;

import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.Trigger;
import io.trainyard.schedule.proof.PlannedTraining;
import java.time.Duration;
import java.util.List;

/**
 * A training as declared.
 *
 * @param name the name of its method
 * @param triggers when it is due, and what becomes of runs that are missed; an instant on which several agree is one
 *     occasion
 * @param fills the keys of the stored models that it fills
 * @param limit how long one run may take, positive; a run reserves as much of the budget before it starts
 */
public record TrainingDefinition(String name, List<Trigger> triggers, List<String> fills, Duration limit) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the limit is not positive
     */
    public TrainingDefinition {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("the limit of " + name + " is how long a run may take, not " + limit
                    + ": give one above zero, such as PT20M");
        }
        triggers = List.copyOf(triggers);
        fills = List.copyOf(fills);
    }

    /** A training with the {@linkplain PlannedTraining#STANDARD_LIMIT standard limit} of 10 minutes. */
    public TrainingDefinition(String name, List<Trigger> triggers, List<String> fills) {
        this(name, triggers, fills, PlannedTraining.STANDARD_LIMIT);
    }

    /** When it is due, in the order of {@link #triggers}. */
    public List<Schedule> schedules() {
        return triggers.stream().map(Trigger::schedule).toList();
    }
}
