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

/** Whoever types what a message says to type has one message less. */
class FixesTest {

    /** A fix that replaces what an annotation says: {@code at = "08:00"}, {@code @Stored("a/b")}. */
    private static final Pattern VALUE = Pattern.compile(
            "\n +fix: +((?:day = [^\"]*, )?(?:at|zone|stores|name|symbol|limit) = \"[^\"]*\"|@Stored\\(\"[^\"]*\"\\))(?:, or [^\n]*)?\n");

    static Stream<Path> fixtures() {
        Pattern announced =
                Pattern.compile("//! TY[0-9]{3} (?:at|zone|stores|name|symbol|limit|day) = |//! TY30[123] @Stored");
        return Javac.fixtures("bad").stream()
                .filter(fixture -> announced.matcher(Javac.text(fixture)).find());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void typing_what_a_message_says_removes_it(Path fixture) {
        List<String> before = new ArrayList<>(Arrays.asList(Javac.text(fixture).split("\n", -1)));
        List<String> after = new ArrayList<>(before);
        List<String> fixed = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compile(fixture, before)) {
            String message = diagnostic.getMessage(Locale.ROOT);
            Matcher fix = VALUE.matcher(message);
            if (fix.find()) {
                int line = (int) diagnostic.getLineNumber() - 1;
                String typed = typed(after.get(line), fix.group(1));
                if (!typed.equals(after.get(line))) {
                    after.set(line, typed);
                    fixed.add((line + 1) + message.substring(0, 7));
                }
            }
        }
        List<String> left = compile(fixture, after).stream()
                .map(diagnostic -> diagnostic.getLineNumber()
                        + diagnostic.getMessage(Locale.ROOT).substring(0, 7))
                .toList();
        assertThat(fixed).isNotEmpty();
        assertThat(left).doesNotContainAnyElementsOf(fixed);
    }

    private static String typed(String line, String fix) {
        String said = line.replaceAll("//!.*", "");
        String comment = line.substring(said.length());
        for (String part : fix.split(", (?=at = )", -1)) {
            String pattern = part.startsWith("@Stored")
                    ? "@Stored\\(\"[^\"]*\"\\)"
                    : "\\b" + part.substring(0, part.indexOf(" = ")) + " = (?:\"[^\"]*\"|\\{[^}]*}|\\w+)";
            said = said.replaceFirst(pattern, Matcher.quoteReplacement(part));
        }
        return said + comment;
    }

    private static List<Diagnostic<? extends JavaFileObject>> compile(Path fixture, List<String> lines) {
        String name = fixture.getFileName().toString().replace(".java", "");
        Compilation compilation = Compiler.javac()
                .withProcessors(new StrategyProcessor(), new ComponentProcessor())
                .withOptions(Javac.DAY)
                .compile(Javac.source(name, String.join("\n", lines)));
        return compilation.diagnostics();
    }
}
