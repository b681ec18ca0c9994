package io.trainyard.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real market data in LEAN's folder format, where the machine has some. */
final class LeanData {

    private LeanData() {}

    /** The folder; skips the test where there is none. */
    static Path folder() {
        String said = System.getProperty("trainyard.lean-data");
        if (said != null) {
            return Path.of(said);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path data = at.resolve("shared/lean-data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        assumeTrue(
                false, "skipped: there is no market data in ../shared/lean-data, and trainyard.lean-data is not set");
        throw new AssertionError("not reached");
    }
}
