package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/**
 * A training.
 *
 * @param method its method
 * @param occasions its annotations, at least one
 * @param fits the names of the stored fields to which its result could be assigned
 */
public record TrainSource(MethodSource method, List<Occasion> occasions, Set<String> fits) {

    /** Copies the collections. */
    public TrainSource {
        occasions = List.copyOf(occasions);
        fits = Set.copyOf(fits);
    }

    /**
     * One annotation.
     *
     * @param days its days
     * @param at its time of day
     * @param stores the key of the field that it names
     * @param place where it stands
     */
    public record Occasion(List<Day> days, Word at, Word stores, Place place) {

        /** Copies the list. */
        public Occasion {
            days = List.copyOf(days);
        }
    }

    /**
     * A day.
     *
     * @param day which
     * @param place where it stands
     */
    public record Day(DayOfWeek day, Place place) {}
}
