package io.trainyard.testkit.compile;

import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles a source in memory, with the class path of the test. The source announces its problems itself, each at the end of the
 * line where it has to be reported:
 *
 * <pre>{@code
 * Compile.trainyard()
 *     .source("""
 *         package demo;
 *         @Strategy(zone = "America/NewYork") //! TY202 zone = "America/New_York"
 *         final class Typo {}
 *         """)
 *     .saysWhatIsAnnounced();
 * }</pre>
 *
 * <p>After {@code //!} comes a code and, where they matter, words that the message has to contain. The code of a message is the
 * one in brackets with which it begins, as {@code [TY202]}; rules of one's own report theirs in the same way, {@code [ACME7]}.
 * A message without one has the code {@code javac}. Notes do not count.
 *
 * <p>Each method returns the same object. A processor serves one compilation: begin anew for the next. Schedules are proved from the day of the
 * build: give {@code -Atrainyard.from=2026-01-01} to have the same on every day.
 */
public final class Compile {

    private static final Pattern CODE = Pattern.compile("^\\[([A-Za-z][A-Za-z0-9_.-]*)\\] ");

    private final List<Processor> processors;
    private final List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing"));

    private Compile(List<Processor> processors) {
        this.processors = processors;
    }

    /**
     * With these processors; with none, the compiler alone.
     *
     * @param processors all that are to run
     */
    public static Compile with(Processor... processors) {
        return new Compile(List.of(processors));
    }

    /**
     * With Trainyard's processor, Dagger's where it is on the class path, and one's own.
     *
     * @throws IllegalStateException if Trainyard's is not on the class path of the tests
     */
    public static Compile trainyard(Processor... own) {
        List<Processor> all = new ArrayList<>();
        all.add(found("io.trainyard.processor.StrategyProcessor")
                .orElseThrow(() ->
                        new IllegalStateException("Trainyard's processor is not on the class path of the tests: add"
                                + " io.trainyard:trainyard-processor with scope test, and com.google.dagger:dagger-compiler beside it"
                                + " where constructors take something")));
        found("dagger.internal.codegen.ComponentProcessor").ifPresent(all::add);
        all.addAll(List.of(own));
        return new Compile(all);
    }

    /** By name, so that whoever uses the kit without this package needs no processor on his class path. */
    private static Optional<Processor> found(String name) {
        try {
            return Optional.of(Class.forName(name)
                    .asSubclass(Processor.class)
                    .getConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** With further options of {@code javac} or of processors. */
    public Compile options(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    /** Compiles this text. */
    public Compiled source(String text) {
        return compile(Source.of(text));
    }

    /** Compiles this file, in UTF-8. */
    public Compiled source(Path file) {
        return compile(Source.of(file));
    }

    private Compiled compile(Source source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this Java has no compiler: run the tests with a JDK, not with a JRE");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter words = new StringWriter();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
                Outputs outputs = new Outputs(files)) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(words, outputs, diagnostics, options, null, List.of(source));
            task.setLocale(Locale.ROOT);
            task.setProcessors(processors);
            task.call();
            return new Compiled(Announced.in(source.text()), said(diagnostics), outputs.texts());
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Said> said(DiagnosticCollector<JavaFileObject> diagnostics) {
        List<Said> said = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.NOTE) {
                continue;
            }
            String message = diagnostic.getMessage(Locale.ROOT);
            long line = Math.max(0, diagnostic.getLineNumber());
            Matcher code = CODE.matcher(message);
            said.add(
                    code.find()
                            ? new Said(line, code.group(1), message.substring(code.end()))
                            : new Said(line, "javac", message));
        }
        return said;
    }
}
