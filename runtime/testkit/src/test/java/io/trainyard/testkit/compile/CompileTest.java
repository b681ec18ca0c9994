package io.trainyard.testkit.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

final class CompileTest {

    private static final String TYPO = """
            package demo;

            import io.trainyard.OnData;
            import io.trainyard.Strategy;
            import io.trainyard.market.Slice;

            @Strategy(zone = "America/NewYork") //! TY202 zone = "America/New_York"
            @io.trainyard.Subscribe(symbol = "SPY", resolution = io.trainyard.Resolution.DAILY)
            final class Typo {
                @OnData
                void trade(Slice slice) {}
            }
            """;

    @Test
    void a_source_says_what_it_announces() {
        Compile.trainyard().source(TYPO).saysWhatIsAnnounced();
    }

    @Test
    void rules_of_ones_own_stand_beside_those_of_trainyard() {
        Compile.trainyard(new NoDeprecated())
                .source(TYPO.replace("final class", "@Deprecated //! ACME7 goes on trading\nfinal class"))
                .saysWhatIsAnnounced();
    }

    @Test
    void what_the_compiler_says_itself_has_its_code_too() {
        Compile.with().source("""
                        final class Wrong {
                            int one = "two"; //! javac incompatible types
                            long three = four; //! javac cannot find symbol
                        }
                        """).saysWhatIsAnnounced();
    }

    @Test
    void a_difference_is_told_side_by_side() {
        Compiled compiled = Compile.trainyard()
                .source(TYPO.replace("TY202 zone", "TY201 zone").replace("@OnData", "@OnData //! javac something"));

        assertThatThrownBy(compiled::saysWhatIsAnnounced)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                        2 announced and not said, 1 said and not announced:
                            line  announced                        said
                        -      7  TY201 zone = "America/New_York"  nothing like it
                        +      7  nothing                          TY202 zone = "America/NewYork" is not a region that this JDK knows.
                        -     10  javac something                  nothing like it

                        line 7, in full:
                        zone = "America/NewYork" is not a region that this JDK knows.
                            why:  \
                        """);
    }

    @Test
    void what_was_generated_can_be_read() {
        Compiled compiled = Compile.trainyard().source(TYPO.replace("NewYork", "New_York"));

        compiled.saysNothing();
        assertThat(compiled.generated("demo/Typo_Guard.java")).contains("class Typo_Guard implements ModelGuard");
        assertThat(compiled.generated("META-INF/trainyard/strategies/demo.Typo"))
                .startsWith("typo ");
        assertThatThrownBy(() -> compiled.generated("demo/Other.java"))
                .hasMessageStartingWith("demo/Other.java was not generated; what was: [");
    }

    @Test
    void a_word_where_none_should_be_is_shown() {
        assertThatThrownBy(() -> Compile.trainyard().source(TYPO).saysNothing())
                .hasMessageContaining("the source should compile without a word, but 0 announced and not said, 1 said");
    }

    /** A rule of a team: a strategy that nobody should use any more is no strategy. */
    private static final class NoDeprecated extends AbstractProcessor {
        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("java.lang.Deprecated");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (Element element : round.getElementsAnnotatedWith(Deprecated.class)) {
                processingEnv
                        .getMessager()
                        .printMessage(
                                Diagnostic.Kind.ERROR,
                                "[ACME7] a strategy that is deprecated goes on trading.",
                                element,
                                element.getAnnotationMirrors().get(2));
            }
            return false;
        }
    }
}
