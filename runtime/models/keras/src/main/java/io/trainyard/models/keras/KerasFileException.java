package io.trainyard.models.keras;

import org.jspecify.annotations.Nullable;

/** A file is no {@code .keras} file, a damaged one, or one of a network that is not taken over. A training that lets it pass fails. */
public final class KerasFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KerasFileException(String what, String why, String fix, @Nullable Throwable cause) {
        super(
                what + "\n    why:  " + why + "\n    fix:  " + fix
                        + "\n    more: runtime/models/keras/README.md lists the layers and their options",
                cause);
    }

    KerasFileException(String what, String why, String fix) {
        this(what, why, fix, null);
    }

    static KerasFileException damaged(String why, @Nullable Throwable cause) {
        return new KerasFileException(
                "this .keras file is damaged, or was not written by Keras 3",
                why,
                "save the model again in Python: model.save(\"model.keras\")",
                cause);
    }
}
