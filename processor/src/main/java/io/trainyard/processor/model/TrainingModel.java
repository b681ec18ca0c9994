package io.trainyard.processor.model;

import io.trainyard.processor.problem.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A training.
 *
 * @param method the name of its method
 * @param name its own name, different from that of every other training of the strategy
 * @param schedules when it is due
 * @param limit how long a run may take
 * @param runs the other rules for its runs
 * @param walk its walk forward
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
        Optional<WalkModel> walk,
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

    /** Whether its method is handed its walk forward. */
    public boolean takesWalk() {
        return walk.isPresent() && parts.contains(Part.WALK);
    }

    /**
     * How long its models are tested for at most; empty where nobody says, or where each expires by then and so serves no
     * longer.
     */
    public Optional<Duration> tested() {
        Optional<Duration> tested = walk.map(WalkModel::test).map(WindowLength::longest);
        boolean expiring = !fills.isEmpty()
                && fills.stream()
                        .allMatch(slot -> slot.age()
                                .expired()
                                .filter(age -> tested.isPresent() && age.compareTo(tested.get()) <= 0)
                                .isPresent());
        return expiring ? Optional.empty() : tested;
    }
}
