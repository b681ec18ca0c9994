package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;
import java.util.List;

/**
 * A handler of market data.
 *
 * @param method its method
 * @param always whether it is called although models are not ready
 * @param alwaysPlace where that stands
 * @param requires the keys of the fields that it needs
 * @param annotation where its annotation stands
 */
public record HandlerSource(
        MethodSource method, boolean always, Place alwaysPlace, List<Word> requires, Place annotation) {

    /** Copies the list. */
    public HandlerSource {
        requires = List.copyOf(requires);
    }
}
