package io.trainyard.training;

import io.trainyard.store.ModelVersion;

/**
 * A model that a training made: the value, and its bytes as they were when it was complete.
 *
 * @param <T> the type of the field
 */
final class MadeModel<T> {

    private final ModelSlot<T> slot;
    private final T value;
    private final byte[] content;
    private final String form;
    private final boolean replaces;

    /** A model whose value the host puts in the field if it {@code replaces} what is there; if not its method has done so. */
    MadeModel(ModelSlot<T> slot, T value, byte[] content, String form, boolean replaces) {
        this.slot = slot;
        this.value = value;
        this.content = content;
        this.form = form;
        this.replaces = replaces;
    }

    /** The field that it is for. */
    ModelSlot<T> slot() {
        return slot;
    }

    /** The value. */
    T value() {
        return value;
    }

    /** Whether the host puts it in the field. */
    boolean replaces() {
        return replaces;
    }

    /** Its bytes, not to be changed. */
    byte[] content() {
        return content;
    }

    /** In which form they are, such as {@code json}. */
    String form() {
        return form;
    }

    /** Whether a later version than this one was put in place while it was on its way; not where the field has it already. */
    boolean isOutdone(ModelVersion version) {
        return replaces && slot.refreshes() && !slot.cell().isOlderThan(version);
    }

    /** Puts the value in its field, if that is not done. */
    void fill() {
        if (replaces) {
            slot.writer().accept(value);
        }
    }
}
