package io.trainyard.models.python;

/** The script raised an exception, or gave what cannot be passed on. The worker lives on. */
public final class PythonScriptException extends PythonException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String traceback;

    PythonScriptException(String function, String type, String text, String traceback) {
        super(
                function + " of the script raised " + type + (text.isEmpty() ? "" : ": " + text) + "\n"
                        + traceback.strip(),
                null);
        this.type = type;
        this.traceback = traceback;
    }

    /** Python's class of the exception, such as {@code ValueError}. */
    public String type() {
        return type;
    }

    /** Python's traceback, without the frames of the worker itself. */
    public String traceback() {
        return traceback;
    }
}
