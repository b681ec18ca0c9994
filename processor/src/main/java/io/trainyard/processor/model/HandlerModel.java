package io.trainyard.processor.model;

import java.util.List;

/**
 * A handler of market data.
 *
 * @param method the name of its method
 * @param name its own name, different from that of every other handler of the strategy
 * @param always whether it is called although models are not ready
 * @param requires the fields that it needs; empty for all
 * @param parts what its method takes
 */
public record HandlerModel(String method, String name, boolean always, List<SlotModel> requires, List<Part> parts) {

    /** Copies the lists. */
    public HandlerModel {
        requires = List.copyOf(requires);
        parts = List.copyOf(parts);
    }
}
