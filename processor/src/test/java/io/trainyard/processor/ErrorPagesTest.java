package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.trainyard.processor.problem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message has a page, and what stands on a page is so: the wrong example says what it says, the right nothing. */
class ErrorPagesTest {

    private static final boolean WRITE = "write".equals(System.getProperty("trainyard.goldens"));
    private static final Path PAGES = Path.of("errors");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("## Wrong, with `([^`]+)`");
    private static final Pattern SAID = Pattern.compile("(?<=```text\n).*?(?=```)", Pattern.DOTALL);

    /** What every example begins with, and no page repeats. */
    private static final String IMPORTS = """
            package demo;

            import static io.trainyard.Resolution.*;
            import static java.time.DayOfWeek.*;
            import dagger.Module;
            import dagger.Provides;
            import io.trainyard.*;
            import io.trainyard.learning.splits.Walk;
            import io.trainyard.market.*;
            import io.trainyard.portfolio.*;
            import io.trainyard.training.Training;
            import java.util.List;
            import java.util.Optional;
            import java.util.Random;
            import javax.inject.Inject;
            """;

    @Test
    void every_code_has_a_page_and_every_page_a_code() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Code.values())
                            .map(code -> code + ".md")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_titled_by_its_code(Path page) {
        String code = page.getFileName().toString().replace(".md", "");
        assertThat(Javac.text(page)).startsWith("# " + code + ": ");
        assertThat(Code.valueOf(code).page()).isEqualTo("processor/errors/" + code + ".md");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_wrong_example_says_what_the_page_shows(Path page) throws IOException {
        String text = Javac.text(page);
        List<? extends Diagnostic<? extends JavaFileObject>> said =
                compile(example(text, 0), options(text)).diagnostics();
        String shown = said.stream()
                .filter(diagnostic -> !diagnostic.getMessage(Locale.ROOT).startsWith("warnings found"))
                .map(diagnostic -> severity(diagnostic) + ": " + diagnostic.getMessage(Locale.ROOT) + "\n")
                .collect(Collectors.joining());
        if (WRITE) {
            Files.writeString(page, SAID.matcher(text).replaceFirst(Matcher.quoteReplacement(shown)));
        }
        Matcher onPage = SAID.matcher(Javac.text(page));
        assertThat(onPage.find()).isTrue();
        assertThat(shown).isEqualTo(onPage.group());
        assertThat(shown).contains("[" + page.getFileName().toString().replace(".md", "") + "] ");
        assertThat(Pattern.compile("\\[TY").matcher(shown).results()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_right_example_compiles_without_a_word(Path page) {
        assertThat(compile(example(Javac.text(page), 1), List.of()).diagnostics())
                .isEmpty();
    }

    static Stream<Path> pages() {
        return Arrays.stream(Code.values()).map(code -> PAGES.resolve(code + ".md"));
    }

    static Stream<Path> examples() {
        return pages().filter(page -> !page.getFileName().toString().matches("TY00.*"));
    }

    private static String severity(Diagnostic<?> diagnostic) {
        return diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
    }

    private static String example(String text, int index) {
        return JAVA.matcher(text).results().toList().get(index).group(1);
    }

    /** The options that the heading of the wrong example names. */
    private static List<String> options(String text) {
        return OPTION.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static Compilation compile(String example, List<String> more) {
        List<String> options = new ArrayList<>(more);
        options.add("-Xlint:-auxiliaryclass");
        String kit = example.contains("@StrategyTest") ? "import io.trainyard.testkit.*;\n" : "";
        return Javac.compile(options, Javac.source("SundayTrend", IMPORTS + kit, example));
    }
}
