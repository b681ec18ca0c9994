package io.trainyard.models.python;

import org.jspecify.annotations.Nullable;

/**
 * A call of a Python function came to nothing. The worker that it ran in is replaced if it is gone; the bridge can be used on. A
 * training that lets it pass fails, and the old model stays.
 */
public abstract sealed class PythonException extends RuntimeException
        permits PythonSetupException, PythonScriptException, PythonWorkerException, PythonModelException {

    private static final long serialVersionUID = 1L;

    PythonException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static String explain(String what, String why, String fix) {
        return what + "\n    why:  " + why + "\n    fix:  " + fix
                + "\n    more: the javadoc of io.trainyard.models.python.PythonEnvironment";
    }
}
