package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;

/**
 * A text in an annotation.
 *
 * @param text as typed, or the default
 * @param place the value, or the annotation where the default holds
 */
public record Word(String text, Place place) {

    /** Whether there is no text. */
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
