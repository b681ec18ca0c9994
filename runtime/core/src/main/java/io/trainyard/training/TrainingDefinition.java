package io.trainyard.training;

import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.proof.PlannedTraining;
import java.time.Duration;
import java.util.List;

/**
 * A training as declared.
 *
 * @param name the name of its method
 * @param schedules when it is due; an instant on which several agree is one occasion
 * @param fills the keys of the stored models that it fills
 * @param limit how long one run may take, positive; a run reserves as much of the budget before it starts
 */
public record TrainingDefinition(String name, List<Schedule> schedules, List<String> fills, Duration limit) {

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
        schedules = List.copyOf(schedules);
        fills = List.copyOf(fills);
    }

    /** A training with the {@linkplain PlannedTraining#STANDARD_LIMIT standard limit} of 10 minutes. */
    public TrainingDefinition(String name, List<Schedule> schedules, List<String> fills) {
        this(name, schedules, fills, PlannedTraining.STANDARD_LIMIT);
    }
}
