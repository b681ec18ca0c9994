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

    /** The sources, and where one of them is a test that drives a strategy, what it names of the test kit. */
    static List<JavaFileObject> withKit(JavaFileObject... sources) {
        List<JavaFileObject> all = new ArrayList<>(Arrays.asList(sources));
        if (all.stream().anyMatch(source -> content(source).contains("@StrategyTest"))) {
            for (Path path : fixtures("kit")) {
                String name = path.getFileName().toString().replace(".java", "");
                all.add(JavaFileObjects.forSourceString("io.trainyard.testkit." + name, text(path)));
            }
        }
        return all;
    }

    private static String content(JavaFileObject source) {
        try {
            return source.getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Compilation compile(List<Processor> processors, List<String> options, JavaFileObject... sources) {
        List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror", DAY));
        all.addAll(options);
        return Compiler.javac().withProcessors(processors).withOptions(all).compile(withKit(sources));
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

    /** The options that the first line of a fixture states: {@code // options: -Atrainyard.TY206=error}. */
    static List<String> options(Path fixture) {
        String first = text(fixture).lines().findFirst().orElse("");
        return first.startsWith("// options: ")
                ? Arrays.asList(first.substring(12).split(" ", -1))
                : List.of();
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
