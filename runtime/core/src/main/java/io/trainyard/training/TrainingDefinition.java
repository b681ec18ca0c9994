package io.trainyard.training;

import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.Trigger;
import java.time.Duration;
import java.util.List;

/**
 * A training as declared.
 *
 * @param name the name of its method
 * @param triggers when it is due, and what becomes of occasions that are missed; an instant on which several agree is one
 *     occasion
 * @param fills the keys of the stored models that it fills
 * @param policy the rules for its runs
 */
public record TrainingDefinition(String name, List<Trigger> triggers, List<String> fills, RunPolicy policy) {

    /** Copies the lists. */
    public TrainingDefinition {
        triggers = List.copyOf(triggers);
        fills = List.copyOf(fills);
    }

    /** A training with the {@linkplain RunPolicy#standard standard rules}. */
    public TrainingDefinition(String name, List<Trigger> triggers, List<String> fills) {
        this(name, triggers, fills, RunPolicy.standard());
    }

    /**
     * A training with the {@linkplain RunPolicy#standard standard rules} and a limit of its own.
     *
     * @throws IllegalArgumentException if the limit is not positive
     */
    public TrainingDefinition(String name, List<Trigger> triggers, List<String> fills, Duration limit) {
        this(name, triggers, fills, RunPolicy.standard().within(limit));
    }

    /** When it is due, in the order of {@link #triggers}. */
    public List<Schedule> schedules() {
        return triggers.stream().map(Trigger::schedule).toList();
    }

    /** How long one run may take. */
    public Duration limit() {
        return policy.limit();
    }
}
