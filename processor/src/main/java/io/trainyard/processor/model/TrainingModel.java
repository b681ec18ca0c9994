package io.trainyard.processor.model;

import io.trainyard.processor.problem.Place;
import java.time.Duration;
import java.util.List;

/**
 * A training.
 *
 * @param method the name of its method
 * @param name its own name, different from that of every other training of the strategy
 * @param schedules when it is due
 * @param limit how long a run may take
 * @param runs the other rules for its runs
 * @param limitPlace where the limit stands, or the first annotation
 * @param returning whether its method returns the new value of the one field that it fills
 * @param fills the fields that it fills; empty where that is a problem of its own
 * @param parts what its method takes
 * @param place where the method stands
 */
public record TrainingModel(
        String method,
        String name,
        List<ScheduleModel> schedules,
        Duration limit,
        RunModel runs,
        Place limitPlace,
        boolean returning,
        List<SlotModel> fills,
        List<Part> parts,
        Place place) {

    /** Copies the lists. */
    public TrainingModel {
        schedules = List.copyOf(schedules);
        fills = List.copyOf(fills);
        parts = List.copyOf(parts);
    }
}
