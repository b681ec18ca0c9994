package io.trainyard.models.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads LightGBM's native library from a folder of this JVM's own. Left alone, lightgbm4j unpacks it into the temporary folder under
 * a fixed name, over the file that another JVM has mapped, and that one crashes.
 */
final class PrivateNatives {

    private static final String TEMPORARY = "java.io.tmpdir";

    static {
        load();
    }

    private PrivateNatives() {}

    /** Has loaded the library once it returns. */
    static void require() {
        // the static initializer did it, once
    }

    private static void load() {
        String shared = System.getProperty(TEMPORARY);
        try {
            Path own = Files.createTempDirectory("trainyard-lightgbm-");
            own.toFile().deleteOnExit();
            System.setProperty(TEMPORARY, own.toString());
            LGBMBooster.loadNative();
            try (var files = Files.list(own)) {
                files.forEach(file -> file.toFile().deleteOnExit());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("LightGBM cannot be unpacked into the temporary folder " + shared, e);
        } finally {
            System.setProperty(TEMPORARY, shared);
        }
    }
}
