package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A training.
 *
 * @param method its method
 * @param occasions its annotations, at least one
 * @param runs the rules for its runs
 * @param walk its walk forward
 * @param fits the names of the stored fields to which its result could be assigned
 * @param unmarked the names of the fields of exactly its result's type that lack {@code @Stored} and could have it
 */
public record TrainSource(
        MethodSource method,
        List<Occasion> occasions,
        Optional<RunsSource> runs,
        Optional<WalkSource> walk,
        Set<String> fits,
        List<String> unmarked) {

    /** Copies the collections. */
    public TrainSource {
        occasions = List.copyOf(occasions);
        fits = Set.copyOf(fits);
        unmarked = List.copyOf(unmarked);
    }

    /**
     * One annotation.
     *
     * @param schedule when the training is due
     * @param stores the key of the field that it names
     * @param limit how long a run may take
     * @param place where it stands
     */
    public record Occasion(ScheduleSource schedule, Word stores, Word limit, Place place) {}
}
