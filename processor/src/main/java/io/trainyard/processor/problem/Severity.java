package io.trainyard.processor.problem;

/** How a problem is reported. */
public enum Severity {
    /** The compilation fails. */
    ERROR,
    /** It is said, and the compilation goes on. */
    WARN,
    /** It is not said. */
    OFF
}
