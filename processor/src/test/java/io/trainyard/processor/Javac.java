package io.trainyard.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dagger.internal.codegen.ComponentProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** The compiler as users have it: every warning on and an error, our processor and Dagger's. */
final class Javac {

    /** Schedules are proved from a day that does not move. */
    static final String DAY = "-Atrainyard.from=2026-01-01";

    static final Path RESOURCES = Path.of("src/test/resources");

    private Javac() {}

    static Compilation compile(JavaFileObject... sources) {
        return compile(List.of(), sources);
    }

    static Compilation compile(List<String> options, JavaFileObject... sources) {
        return compile(List.of(new StrategyProcessor(), new ComponentProcessor()), options, sources);
    }

    static Compilation compile(List<Processor> processors, List<String> options, JavaFileObject... sources) {
        List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror", DAY));
        all.addAll(options);
        return Compiler.javac().withProcessors(processors).withOptions(all).compile(Arrays.asList(sources));
    }

    /** A source whose first line names package {@code demo}. */
    static JavaFileObject source(String name, String... lines) {
        return JavaFileObjects.forSourceLines("demo." + name, lines);
    }

    static JavaFileObject file(Path path) {
        String name = path.getFileName().toString().replace(".java", "");
        return JavaFileObjects.forSourceString("demo." + name, text(path));
    }

    static List<Path> fixtures(String folder) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
