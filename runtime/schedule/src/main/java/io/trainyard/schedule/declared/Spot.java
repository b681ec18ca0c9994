package io.trainyard.schedule.declared;

import java.util.Optional;

/**
 * Where in a declaration a word stands.
 *
 * @param within the combination that it stands in
 * @param element its element
 * @param index which of the element's words; -1 for the element as a whole
 */
public record Spot(Optional<Part> within, ScheduleElement element, int index) {

    /**
     * One of the dates of a combination.
     *
     * @param combination {@code or}, {@code and} or {@code except}
     * @param index which of its dates
     */
    public record Part(ScheduleElement combination, int index) {}

    /** An element outside of combinations. */
    public static Spot of(ScheduleElement element) {
        return new Spot(Optional.empty(), element, -1);
    }

    /** A word of an element. */
    public Spot at(int word) {
        return new Spot(within, element, word);
    }

    /** The element as a whole. */
    public Spot whole() {
        return at(-1);
    }
}
