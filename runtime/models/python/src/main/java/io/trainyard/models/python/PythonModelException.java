package io.trainyard.models.python;

import org.jspecify.annotations.Nullable;

/** A model may not become bytes as it is, or its bytes may not be loaded, or cannot. */
public final class PythonModelException extends PythonException {

    private static final long serialVersionUID = 1L;

    PythonModelException(String what, String why, String fix, @Nullable Throwable cause) {
        super(explain(what, why, fix), cause);
    }
}
