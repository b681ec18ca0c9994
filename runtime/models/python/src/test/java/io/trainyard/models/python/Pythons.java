package io.trainyard.models.python;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;

/** The interpreters of this machine. */
final class Pythons {

    /** A machine whose cores all are busy still answers within this. */
    static final Duration SOON = Duration.ofSeconds(60);

    private Pythons() {}

    /** One with the standard library; tests say that they were skipped where there is none. */
    static PythonEnvironment plain() {
        PythonEnvironment environment = PythonEnvironment.standard();
        assumeTrue(
                runs(environment.interpreter(), "import sys; assert sys.version_info >= (3, 8)"),
                "skipped: there is no Python 3.8 or newer called " + environment.interpreter()
                        + "; name one with TRAINYARD_PYTHON");
        return environment;
    }

    /** One that has these packages, tried where distributions put it, too. */
    static PythonEnvironment with(String... packages) {
        String imports = "import " + String.join(", ", packages);
        for (String interpreter : new String[] {PythonEnvironment.standard().interpreter(), "/usr/bin/python3"}) {
            if (runs(interpreter, imports)) {
                return PythonEnvironment.of(interpreter);
            }
        }
        assumeTrue(
                false,
                "skipped: no Python here has " + String.join(", ", packages)
                        + "; name one that does with TRAINYARD_PYTHON");
        throw new AssertionError("an assumption that fails ends the test");
    }

    private static boolean runs(String interpreter, String program) {
        try {
            return new ProcessBuilder(interpreter, "-c", program)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
