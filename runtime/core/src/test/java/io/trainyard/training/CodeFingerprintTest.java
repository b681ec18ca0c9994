package io.trainyard.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CodeFingerprintTest {

    private static final String STRATEGY = """
            final class Trend {
                record Line(double slope) {}
                Runnable anonymous() { return new Runnable() { public void run() { System.out.println("one"); } }; }
                Runnable lambda() { return () -> System.out.println("two"); }
            }
            """;

    @TempDir
    private Path folder;

    private int compilations;

    private Optional<String> fingerprint(String source, String of) throws IOException, ClassNotFoundException {
        Path out = Files.createDirectories(folder.resolve("out" + compilations++));
        Path file = Files.writeString(out.resolve("Trend.java"), source);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-g:none", "-d", out.toString());
            assertThat(javac.getTask(null, files, null, options, null, files.getJavaFileObjects(file))
                            .call())
                    .isTrue();
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {out.toUri().toURL()}, null)) {
            return CodeFingerprint.of(Objects.requireNonNull(loader.loadClass(of)));
        }
    }

    private Optional<String> fingerprint(String source) throws IOException, ClassNotFoundException {
        return fingerprint(source, "Trend");
    }

    @Test
    void is_the_same_for_the_same_code() throws Exception {
        assertThat(fingerprint(STRATEGY))
                .isEqualTo(fingerprint(STRATEGY))
                .get()
                .asString()
                .matches("[0-9a-f]{64}");
    }

    @Test
    void is_another_one_when_a_record_a_lambda_or_an_anonymous_class_changes() throws Exception {
        assertThat(List.of(
                        fingerprint(STRATEGY),
                        fingerprint(STRATEGY.replace("double slope", "float slope")),
                        fingerprint(STRATEGY.replace("\"one\"", "\"other\"")),
                        fingerprint(STRATEGY.replace("\"two\"", "\"other\""))))
                .doesNotHaveDuplicates();
    }

    @Test
    void leaves_out_what_is_beside_it_in_an_outer_class() throws Exception {
        String nested = "class Outer { static class Trend {} static class Other { int depth = 1; } }";

        assertThat(fingerprint(nested, "Outer$Trend"))
                .isPresent()
                .isEqualTo(fingerprint(nested.replace("depth = 1", "depth = 2"), "Outer$Trend"));
    }

    @Test
    void is_not_known_of_a_class_without_a_file() {
        Runnable hidden = () -> {};

        assertThat(CodeFingerprint.of(hidden.getClass())).isEmpty();
    }
}
