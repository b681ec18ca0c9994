package io.trainyard.training;

import io.trainyard.store.ModelVersion;

/**
 * A version that somebody else has committed, read for a field that wants it.
 *
 * @param slot the field
 * @param value what goes into it
 * @param version the version
 * @param <T> the type of the field
 */
public record RefreshedModel<T>(ModelSlot<T> slot, T value, ModelVersion version) {

    void fill() {
        slot.writer().accept(value);
    }
}
