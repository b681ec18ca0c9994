package io.trainyard.models.python;

import org.jspecify.annotations.Nullable;

/** There is no such interpreter, or it lacks a package that the script needs. */
public final class PythonSetupException extends PythonException {

    private static final long serialVersionUID = 1L;

    PythonSetupException(String what, String why, String fix, @Nullable Throwable cause) {
        super(explain(what, why, fix), cause);
    }
}
