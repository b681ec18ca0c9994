package io.trainyard.models.python;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In what Python a script runs, and within what bounds.
 *
 * <p>Workers get a clean environment: nothing of this process's but {@code PATH}, {@code HOME} and the temporary folder, UTF-8, one
 * thread for numerical libraries, a fixed hash seed (so that the same training gives the same bytes), and what
 * {@link #variable} adds. The user's site directory is left out.
 *
 * @param interpreter its command or path; that of a virtual environment ({@code venv/bin/python}) brings its packages
 * @param workers how many processes a bridge runs at most, and so how many calls at once; they start when they are needed
 * @param memoryLimit address space of a worker in bytes (Linux and macOS); 0 for no bound
 * @param patience how long a call may be silent: no answer and no progress
 * @param startPatience how long a worker may take until the script's imports are done
 * @param variables more environment variables
 * @param pickling leave to store models as pickles; null for none
 */
public record PythonEnvironment(
        String interpreter,
        int workers,
        long memoryLimit,
        Duration patience,
        Duration startPatience,
        Map<String, String> variables,
        @Nullable Pickling pickling) {

    /** Names the interpreter where a program does not: the environment variable {@code TRAINYARD_PYTHON}, else {@code python3}. */
    public static final String INTERPRETER_VARIABLE = "TRAINYARD_PYTHON";

    /**
     * Checks its parts.
     *
     * @throws IllegalArgumentException if there are no workers, a bound is negative or a patience not positive
     */
    public PythonEnvironment {
        if (interpreter.isBlank()) {
            throw new IllegalArgumentException(
                    "the interpreter has no name: give a command or a path, such as python3");
        }
        if (workers < 1) {
            throw new IllegalArgumentException("workers = " + workers + ": a call needs at least one");
        }
        if (memoryLimit < 0) {
            throw new IllegalArgumentException(
                    "memoryLimit = " + memoryLimit + " is negative: give bytes, or 0 for no bound");
        }
        requirePositive("patience", patience);
        requirePositive("startPatience", startPatience);
        variables = Map.copyOf(variables);
    }

    /** The interpreter that {@value #INTERPRETER_VARIABLE} names, else {@code python3}; two workers, no bound on memory. */
    public static PythonEnvironment standard() {
        String named = System.getenv(INTERPRETER_VARIABLE);
        return of(named == null || named.isBlank() ? "python3" : named);
    }

    /** This interpreter, two workers, no bound on memory, ten minutes of patience, one for the start. */
    public static PythonEnvironment of(String interpreter) {
        return new PythonEnvironment(interpreter, 2, 0, Duration.ofMinutes(10), Duration.ofMinutes(1), Map.of(), null);
    }

    /** The interpreter of a virtual environment in this folder. */
    public static PythonEnvironment venv(Path folder) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return of(folder.resolve(windows ? "Scripts/python.exe" : "bin/python")
                .toAbsolutePath()
                .toString());
    }

    /** With this many workers. */
    public PythonEnvironment workers(int most) {
        return new PythonEnvironment(interpreter, most, memoryLimit, patience, startPatience, variables, pickling);
    }

    /** With a bound on the address space of each worker, in bytes. */
    public PythonEnvironment memoryLimit(long bytes) {
        return new PythonEnvironment(interpreter, workers, bytes, patience, startPatience, variables, pickling);
    }

    /** With another patience. */
    public PythonEnvironment patience(Duration longest) {
        return new PythonEnvironment(interpreter, workers, memoryLimit, longest, startPatience, variables, pickling);
    }

    /** With another patience for the start. */
    public PythonEnvironment startPatience(Duration longest) {
        return new PythonEnvironment(interpreter, workers, memoryLimit, patience, longest, variables, pickling);
    }

    /** With one more environment variable. */
    public PythonEnvironment variable(String name, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return new PythonEnvironment(interpreter, workers, memoryLimit, patience, startPatience, more, pickling);
    }

    /** With leave to store models as pickles. */
    public PythonEnvironment pickling(Pickling terms) {
        return new PythonEnvironment(interpreter, workers, memoryLimit, patience, startPatience, variables, terms);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " = " + duration + ": give a positive length of time");
        }
    }
}
