package io.trainyard.models.python;

import org.jspecify.annotations.Nullable;

/** The worker ended, was silent for too long, or was ended because its caller was interrupted. The next call starts another. */
public final class PythonWorkerException extends PythonException {

    private static final long serialVersionUID = 1L;

    PythonWorkerException(String what, String why, String fix, @Nullable Throwable cause) {
        super(explain(what, why, fix), cause);
    }
}
