package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dagger.internal.codegen.ComponentProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processor needs around it, and what it can be told. */
class SurroundingsTest {

    private static final JavaFileObject SOUND = Javac.source(
            "Sound", "package demo;", "@io.trainyard.Strategy(zone = \"UTC\")", "final class Sound {", "}");

    private static final JavaFileObject WANTING = Javac.source(
            "Wanting",
            "package demo;",
            "@io.trainyard.Strategy(zone = \"UTC\")",
            "final class Wanting {",
            "  Wanting(io.trainyard.time.MarketClock clock) {}",
            "}");

    private static final JavaFileObject WARNED = Javac.source(
            "Warned",
            "package demo;",
            "@io.trainyard.Strategy(zone = \"UTC\")",
            "final class Warned {",
            "  @io.trainyard.Stored(\"a\") String a;",
            "}");

    private static final JavaFileObject LOWERABLE = Javac.source(
            "Lowerable",
            "package demo;",
            "@io.trainyard.Strategy(zone = \"UTC\")",
            "final class Lowerable {",
            "  @io.trainyard.OnData void on(io.trainyard.market.Slice slice) {}",
            "}");

    @Test
    void without_dagger_it_says_so_once() {
        assertThat(said(compileWithout(path -> path.contains("dagger"), WANTING), Diagnostic.Kind.ERROR))
                .singleElement()
                .asString()
                .startsWith("[TY002] Dagger is not on the class path.");
    }

    @Test
    void a_strategy_that_wants_nothing_needs_no_dagger() {
        Compilation compilation = compileWithout(path -> path.contains("dagger"), SOUND);
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        assertThat(compilation.diagnostics()).isEmpty();
    }

    @Test
    void without_the_library_for_learning_a_walk_forward_is_told_so_once() {
        Compilation compilation = compileWithout(
                path -> path.contains("learning"),
                Javac.source(
                        "Walking",
                        "package demo;",
                        "@io.trainyard.Strategy(zone = \"UTC\")",
                        "final class Walking {",
                        "  @io.trainyard.Stored(\"a\") String a;",
                        "  @io.trainyard.Stored(\"b\") Integer b;",
                        "  @io.trainyard.Train",
                        "  @io.trainyard.WalkForward(train = \"P2Y\", test = \"P3M\", purge = \"P14D\")",
                        "  String a(io.trainyard.learning.splits.Walk walk) { return \"\"; }",
                        "  @io.trainyard.Train",
                        "  @io.trainyard.WalkForward(train = \"P2Y\", test = \"P3M\", purge = \"P14D\")",
                        "  Integer b(io.trainyard.learning.splits.Walk walk) { return 1; }",
                        "}"));
        assertThat(said(compilation, Diagnostic.Kind.ERROR))
                .filteredOn(message -> message.startsWith("[TY"))
                .singleElement()
                .asString()
                .startsWith("[TY006] Trainyard's learning is not on the class path.")
                .contains("add the dependency io.trainyard:trainyard-learning");
        assertThat(said(compilation, Diagnostic.Kind.ERROR))
                .filteredOn(message -> !message.startsWith("[TY"))
                .allMatch(message -> message.contains("io.trainyard.learning.splits"));
    }

    @Test
    void without_the_core_it_says_so_once() {
        assertThat(said(compileWithout(path -> path.contains("core"), SOUND), Diagnostic.Kind.ERROR))
                .singleElement()
                .asString()
                .startsWith("[TY003] Trainyard's core is not on the class path.");
    }

    @Test
    void without_daggers_compiler_it_says_so_once() {
        Compilation compilation = Javac.compile(List.of(new StrategyProcessor()), List.of(), WANTING);
        assertThat(said(compilation, Diagnostic.Kind.ERROR))
                .filteredOn(message -> !message.startsWith("warnings found"))
                .singleElement()
                .asString()
                .startsWith("[TY004] Dagger's compiler did not write demo.DaggerWanting_Component_Graph.")
                .contains("com.google.dagger:dagger-compiler");
    }

    @Test
    void a_warning_can_be_turned_off() {
        Compilation compilation = Javac.compile(List.of("-Atrainyard.TY310=off"), WARNED);
        assertThat(compilation.diagnostics()).isEmpty();
    }

    @Test
    void a_warning_can_be_made_an_error() {
        Compilation compilation = compile("-Atrainyard.TY310=error", WARNED);
        assertThat(said(compilation, Diagnostic.Kind.ERROR))
                .singleElement()
                .asString()
                .startsWith("[TY310]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"warn", "WARN"})
    void an_error_beside_which_code_can_work_can_be_made_a_warning(String value) {
        Compilation compilation = compile("-Atrainyard.TY403=" + value, LOWERABLE);
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        assertThat(compilation.generatedFile(
                        javax.tools.StandardLocation.CLASS_OUTPUT, "META-INF/trainyard/strategies/demo.Lowerable"))
                .isPresent();
        assertThat(said(compilation, Diagnostic.Kind.WARNING))
                .singleElement()
                .asString()
                .startsWith("[TY403]");
    }

    @Test
    void an_error_beside_which_nothing_works_cannot_be_turned_off() {
        assertThat(said(compile("-Atrainyard.TY201=off", SOUND), Diagnostic.Kind.ERROR))
                .singleElement()
                .asString()
                .startsWith("[TY001] -Atrainyard.TY201=off cannot be: TY201 is always an error.");
    }

    @Test
    void an_unknown_value_is_reported() {
        assertThat(said(compile("-Atrainyard.TY310=quiet", SOUND), Diagnostic.Kind.ERROR))
                .singleElement()
                .asString()
                .startsWith("[TY001] -Atrainyard.TY310=quiet has a value that nobody knows.")
                .contains("one of error, warn and off");
    }

    @Test
    void an_unknown_message_is_reported() {
        assertThat(said(compile("-Atrainyard.TY31O=off", SOUND), Diagnostic.Kind.ERROR))
                .singleElement()
                .asString()
                .startsWith("[TY001] -Atrainyard.TY31O=off sets nothing: there is no message TY31O.");
    }

    @Test
    void finds_what_says_that_there_is_a_codec_in_a_jar(@TempDir Path folder) throws IOException {
        JavaFileObject source = Javac.source(
                "Trained",
                "package demo;",
                "@io.trainyard.Strategy(zone = \"UTC\")",
                "final class Trained {",
                "  interface Machine {}",
                "  @io.trainyard.Stored(\"a\") Machine machine;",
                "  @io.trainyard.Train Machine fit() { return new Machine() {}; }",
                "}");
        Path jar = folder.resolve("codecs.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : List.of(
                    "io/", "io/trainyard/", "io/trainyard/codecs/", "io/trainyard/codecs/demo.Trained$Machine")) {
                out.putNextEntry(new JarEntry(entry));
            }
        }

        assertThat(said(compileWithout(path -> false, source), Diagnostic.Kind.ERROR))
                .singleElement()
                .asString()
                .startsWith("[TY314]");
        assertThat(said(compileWith(List.of(jar.toFile()), path -> false, source), Diagnostic.Kind.ERROR))
                .isEmpty();
    }

    private static Compilation compile(String option, JavaFileObject source) {
        return Compiler.javac()
                .withProcessors(new StrategyProcessor(), new ComponentProcessor())
                .withOptions(option, Javac.DAY)
                .compile(source);
    }

    private static Compilation compileWithout(Predicate<String> hidden, JavaFileObject source) {
        return compileWith(List.of(), hidden, source);
    }

    private static Compilation compileWith(List<File> more, Predicate<String> hidden, JavaFileObject source) {
        List<File> classPath = new ArrayList<>(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(path -> !hidden.test(path.replace(File.separatorChar, '/')))
                        .map(File::new)
                        .toList());
        classPath.addAll(more);
        List<Processor> processors = List.of(new StrategyProcessor());
        return Compiler.javac()
                .withProcessors(processors)
                .withClasspath(classPath)
                .compile(source);
    }

    private static List<String> said(Compilation compilation, Diagnostic.Kind kind) {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == kind)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }
}
