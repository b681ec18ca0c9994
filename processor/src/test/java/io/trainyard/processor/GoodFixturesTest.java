package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dagger.internal.codegen.ComponentProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources in {@code good} compile without a word, and what is generated is in {@code golden}, byte for byte. */
class GoodFixturesTest {

    private static final boolean WRITE = "write".equals(System.getProperty("trainyard.goldens"));

    static Stream<Path> fixtures() {
        return Javac.fixtures("good").stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void compiles_without_a_word(Path fixture) {
        Compilation compilation = Javac.compile(Javac.options(fixture), Javac.file(fixture));
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void generates_what_is_in_the_golden_files(Path fixture) throws IOException {
        Map<String, String> generated = generated(Javac.compile(Javac.options(fixture), Javac.file(fixture)));
        Path folder = Javac.RESOURCES
                .resolve("golden")
                .resolve(fixture.getFileName().toString().replace(".java", ""));
        if (WRITE) {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : generated.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        }
        assertThat(generated).isNotEmpty().isEqualTo(golden(folder));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void the_order_of_the_processors_changes_nothing(Path fixture) throws IOException {
        List<Processor> daggerFirst = List.of(new ComponentProcessor(), new StrategyProcessor());
        Compilation compilation = Javac.compile(daggerFirst, Javac.options(fixture), Javac.file(fixture));
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(generated(compilation))
                .isEqualTo(generated(Javac.compile(Javac.options(fixture), Javac.file(fixture))));
    }

    @Test
    void all_together_compile_without_a_word() {
        JavaFileObject[] all = fixtures().map(Javac::file).toArray(JavaFileObject[]::new);
        List<String> options =
                fixtures().flatMap(fixture -> Javac.options(fixture).stream()).toList();
        assertThat(Javac.compile(options, all).diagnostics()).isEmpty();
    }

    /** What Trainyard wrote, by file name; Dagger's files are Dagger's. */
    private static Map<String, String> generated(Compilation compilation) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            String path = file.getName();
            String name = path.substring(path.lastIndexOf('/') + 1);
            boolean source = file.getKind() == JavaFileObject.Kind.SOURCE;
            if (path.contains("META-INF/trainyard/") || (source && isOurs(name))) {
                files.put(
                        source ? name : name + ".entry",
                        new String(file.openInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static boolean isOurs(String name) {
        return !name.startsWith("Dagger")
                && ((name.contains("_In_") && name.endsWith("Test.java"))
                        || Stream.of("_Guard.java", "_Component.java", "_Wiring.java")
                                .anyMatch(name::endsWith));
    }

    private static Map<String, String> golden(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : Set.copyOf(all.toList())) {
                files.put(file.getFileName().toString(), Javac.text(file));
            }
        }
        return files;
    }
}
