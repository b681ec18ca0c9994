package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dagger.internal.codegen.ComponentProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Strategies may mention what other processors have yet to write. */
class DeferralTest {

    private static final JavaFileObject STRATEGY = Javac.source("Deferred", """
            package demo;

            import io.trainyard.*;
            import io.trainyard.market.*;
            import java.util.List;
            import java.util.Optional;

            @Strategy(name = Times.NAME, zone = Times.ZONE, modules = Late.Bindings.class)
            @Subscribe(symbol = Times.SYMBOL, resolution = Resolution.DAILY)
            final class Deferred {
                @Stored(Times.KEY) List<Late> late;

                Deferred(Late late, Deferred_Guard guard, Optional<Other_Guard> other) {}

                @Train(day = Times.DAY, at = Times.AT)
                List<Late> fit(History history, Deferred_Guard guard) {
                    return List.of();
                }

                @OnData
                void on(Slice slice) {}
            }
            """);

    /** Two strategies that mention each other's guard, which neither waits for for ever. */
    private static final JavaFileObject OTHER = Javac.source("Other", """
            package demo;

            import io.trainyard.*;

            @Strategy(zone = "UTC")
            final class Other {
                @Stored("other/a") String a;

                Other(Deferred_Guard guard) {}

                @Train
                String fit() {
                    return "";
                }
            }
            """);

    private static final String TIMES = """
            package demo;

            interface Times {
                String NAME = "late";
                String ZONE = "America/New_York";
                String SYMBOL = "SPY";
                String KEY = "late/key";
                java.time.DayOfWeek DAY = java.time.DayOfWeek.SUNDAY;
                String AT = "08:00";
            }
            """;

    private static final String LATE = """
            package demo;

            record Late(int a) {
                @dagger.Module
                interface Bindings {
                    @dagger.Provides
                    static Late late() {
                        return new Late(1);
                    }

                    @dagger.Provides
                    static java.util.Optional<Other_Guard> other() {
                        return java.util.Optional.empty();
                    }

                    @dagger.Provides
                    static String text() {
                        return "";
                    }
                }
            }
            """;

    @Test
    void waits_for_what_comes_in_the_first_and_in_the_second_round() {
        // DAY is no constant that an annotation can take: an enum's constant has to be named itself
        String times = TIMES.replace("    java.time.DayOfWeek DAY = java.time.DayOfWeek.SUNDAY;\n", "");
        JavaFileObject strategy =
                Javac.source("Deferred", text(STRATEGY).replace("Times.DAY", "java.time.DayOfWeek.SUNDAY"));
        for (int round : new int[] {1, 2}) {
            Compilation compilation = Javac.compile(
                    List.of(
                            new StrategyProcessor(),
                            new ComponentProcessor(),
                            new Writes("demo.Times", times, round),
                            new Writes("demo.Late", LATE, 3 - round)),
                    List.of(),
                    strategy);
            // nothing provides the guard of Other, which does not exist here
            assertThat(messages(compilation)).allMatch(message -> message.contains("Other_Guard"));
        }
    }

    @Test
    void two_strategies_can_mention_the_guards_of_each_other() {
        String times = TIMES.replace("    java.time.DayOfWeek DAY = java.time.DayOfWeek.SUNDAY;\n", "");
        JavaFileObject strategy =
                Javac.source("Deferred", text(STRATEGY).replace("Times.DAY", "java.time.DayOfWeek.SUNDAY"));
        JavaFileObject other = Javac.source(
                "Other",
                text(OTHER)
                        .replace("Other(Deferred_Guard guard) {}", "Other(java.util.Set<Deferred_Guard> guard) {}")
                        .replace("zone = \"UTC\"", "zone = \"UTC\", modules = Other.Bindings.class")
                        .replace("@Stored", """
                                @dagger.Module
                                interface Bindings {
                                    @dagger.Provides
                                    static java.util.Set<Deferred_Guard> none() {
                                        return java.util.Set.of();
                                    }
                                }

                                @Stored"""));
        Compilation compilation = Javac.compile(
                List.of(
                        new StrategyProcessor(),
                        new ComponentProcessor(),
                        new Writes("demo.Times", times, 1),
                        new Writes("demo.Late", LATE, 2)),
                List.of(),
                strategy,
                other);
        assertThat(messages(compilation)).isEmpty();
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    }

    @Test
    void what_never_comes_is_for_the_compiler_to_report_once() {
        JavaFileObject misspelt = Javac.source("Misspelt", """
                package demo;

                import io.trainyard.*;
                import io.trainyard.market.*;

                @Strategy(zone = "UTC")
                final class Misspelt {
                    @Stored("misspelt/a") String a;

                    private final Misspelt_Guard guard;

                    Misspelt(Misspelt_Guard guard) {
                        this.guard = guard;
                    }

                    @Train
                    String fit(Histroy history) {
                        return guard.a().isReady() ? "" : null;
                    }
                }
                """);
        Compilation compilation = Compiler.javac()
                .withProcessors(new StrategyProcessor(), new ComponentProcessor())
                .compile(misspelt);
        assertThat(messages(compilation)).singleElement().asString().contains("Histroy");
    }

    private static String text(JavaFileObject source) {
        try {
            return source.getCharContent(false).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> messages(Compilation compilation) {
        return compilation.diagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    /** Writes a source in a round, as any other processor might. */
    private static final class Writes extends AbstractProcessor implements Processor {

        private final String name;
        private final String text;
        private final int inRound;
        private int round;

        Writes(String name, String text, int inRound) {
            this.name = name;
            this.text = text;
            this.inRound = inRound;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
            if (++round == inRound) {
                write(name, text);
            } else if (round < inRound) {
                write(
                        "demo.Filler" + round + name.replace('.', '_'),
                        "package demo; interface Filler" + round + name.replace('.', '_') + " {}");
            }
            return false;
        }

        private void write(String className, String source) {
            try (Writer writer =
                    processingEnv.getFiler().createSourceFile(className).openWriter()) {
                writer.write(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
