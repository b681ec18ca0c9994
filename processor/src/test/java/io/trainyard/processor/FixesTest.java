package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dagger.internal.codegen.ComponentProcessor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever types what a message says to type has no message there any more; {@code //! then TY204} in a fixture says which
 * one comes up where there was more to say.
 */
class FixesTest {

    private static final Pattern FIX = Pattern.compile("\n +fix: +(.*)\n");

    static Stream<Path> fixtures() {
        Pattern announced =
                Pattern.compile("//! TY(?:2|109|301|302|303|304|320|321|322|405|408|409|410).*(?: = |@|\")");
        return Javac.fixtures("bad").stream()
                .filter(fixture -> announced.matcher(Javac.text(fixture)).find());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void typing_what_a_message_says_leaves_nothing_to_say_there(Path fixture) {
        List<String> after = new ArrayList<>(Arrays.asList(Javac.text(fixture).split("\n", -1)));
        List<Integer> fixed = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compile(fixture, List.copyOf(after))) {
            Matcher fix = FIX.matcher(diagnostic.getMessage(Locale.ROOT));
            int line = (int) diagnostic.getLineNumber() - 1;
            String first = fix.find() ? fix.group(1).replaceFirst(", or .*", "") : "";
            if (Typing.isTypeable(first)) {
                String typed = Typing.type(after.get(line), (int) diagnostic.getColumnNumber() - 1, first);
                if (!typed.equals(after.get(line))) {
                    after.set(line, typed);
                    fixed.add(line + 1);
                }
            }
        }
        assertThat(fixed).isNotEmpty();
        assertThat(compile(fixture, after))
                .filteredOn(diagnostic -> fixed.contains((int) diagnostic.getLineNumber()))
                .filteredOn(diagnostic -> !after.get((int) diagnostic.getLineNumber() - 1)
                        .endsWith(
                                "//! then " + diagnostic.getMessage(Locale.ROOT).substring(1, 6)))
                .isEmpty();
    }

    private static List<Diagnostic<? extends JavaFileObject>> compile(Path fixture, List<String> lines) {
        String name = fixture.getFileName().toString().replace(".java", "");
        List<String> options = new ArrayList<>(Javac.options(fixture));
        options.add(Javac.DAY);
        Compilation compilation = Compiler.javac()
                .withProcessors(new StrategyProcessor(), new ComponentProcessor())
                .withOptions(options)
                .compile(Javac.source(name, String.join("\n", lines)));
        return compilation.diagnostics();
    }
}
