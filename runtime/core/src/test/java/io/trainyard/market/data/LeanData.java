package io.trainyard.market.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** LEAN's data folder on this machine, for tests over real bars. */
public final class LeanData {

    private LeanData() {}

    /** The folder; skips the test where there is none. */
    public static Path folder() {
        Optional<Path> found = find();
        assumeTrue(
                found.isPresent(),
                "no LEAN data: set -Dtrainyard.lean-data, or put it beside the project in shared/lean-data");
        return found.orElseThrow();
    }

    private static Optional<Path> find() {
        String named = System.getProperty("trainyard.lean-data");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        Path at = Path.of("").toAbsolutePath();
        while (at != null) {
            Path beside = at.resolve("shared/lean-data");
            if (Files.isDirectory(beside)) {
                return Optional.of(beside);
            }
            at = at.getParent();
        }
        return Optional.empty();
    }
}
