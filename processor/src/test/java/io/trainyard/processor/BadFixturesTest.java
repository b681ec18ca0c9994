package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dagger.internal.codegen.ComponentProcessor;
import io.trainyard.processor.problem.Code;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sources in {@code bad} announce the problems that they have: {@code //! TY201 at = "08:00"} stands on the line where
 * the caret has to land, and says what the fix contains; {@code -} says that there is none. Anything else that the
 * compiler says fails.
 */
class BadFixturesTest {

    private static final Pattern ANNOUNCED = Pattern.compile("//! (TY[0-9]{3}) ?((?:(?!//!).)*)");
    private static final Pattern FIX = Pattern.compile("\n    fix:  (.*)");

    static Stream<Path> fixtures() {
        return Javac.fixtures("bad").stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void has_the_problems_that_it_announces_and_no_others(Path fixture) {
        assertThat(said(fixture)).containsExactlyInAnyOrderElementsOf(announced(Javac.text(fixture)));
    }

    /** Users of Error Prone let javac go on after errors, -Werror makes them of warnings: neither must make more. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void has_no_others_either_if_the_compiler_goes_on(Path fixture) {
        assertThat(said(fixture, "--should-stop=ifError=FLOW", "-Werror"))
                .containsExactlyInAnyOrderElementsOf(announced(Javac.text(fixture)));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void every_message_has_its_lines(Path fixture) {
        for (Diagnostic<? extends JavaFileObject> diagnostic : compile(fixture).diagnostics()) {
            String message = diagnostic.getMessage(Locale.ROOT);
            assertThat(message)
                    .matches("(?s)\\[(TY\\d{3})\\] [^\n]+\\.\n    why:  [^\n]+\\.\n(    fix:  [^\n]+\n)?"
                            + "    more: processor/errors/\\1\\.md");
        }
    }

    @Test
    void every_code_has_a_fixture() {
        Set<String> announced = new TreeSet<>();
        fixtures().forEach(fixture -> {
            Matcher matcher = ANNOUNCED.matcher(Javac.text(fixture));
            while (matcher.find()) {
                announced.add(matcher.group(1));
            }
        });
        // options and class paths: SurroundingsTest
        Set<Code> codes = EnumSet.complementOf(EnumSet.range(Code.TY001, Code.TY006));
        assertThat(announced)
                .containsExactlyInAnyOrderElementsOf(
                        codes.stream().map(Code::name).toList());
    }

    private static List<String> announced(String text) {
        List<String> announced = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = ANNOUNCED.matcher(lines[i]);
            while (matcher.find()) {
                announced.add("line " + (i + 1) + ": " + matcher.group(1) + " "
                        + matcher.group(2).strip());
            }
        }
        return announced;
    }

    /** What the compiler said, written as a fixture announces it. */
    private static List<String> said(Path fixture, String... options) {
        List<String> announced = announced(Javac.text(fixture));
        List<String> said = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic :
                compile(fixture, options).diagnostics()) {
            String message = diagnostic.getMessage(Locale.ROOT);
            String place = "line " + diagnostic.getLineNumber() + ": ";
            if (message.startsWith("warnings found and -Werror")) {
                continue;
            }
            if (!message.startsWith("[TY")) {
                said.add(place + message);
                continue;
            }
            Matcher matcher = FIX.matcher(message);
            String fix = matcher.find() ? matcher.group(1) : "-";
            String whole = place + message.substring(1, 6) + " " + fix;
            said.add(announced.stream()
                    .filter(wanted -> fix.equals("-") ? whole.equals(wanted) : contains(whole, wanted))
                    .findFirst()
                    .orElse(whole));
        }
        return said;
    }

    private static boolean contains(String whole, String wanted) {
        int head = wanted.indexOf(": ") + 8;
        return wanted.length() > head
                && whole.startsWith(wanted.substring(0, head))
                && whole.substring(head).contains(wanted.substring(head));
    }

    private static Compilation compile(Path fixture, String... more) {
        List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing,-auxiliaryclass", Javac.DAY));
        options.addAll(Arrays.asList(more));
        String first = Javac.text(fixture).lines().findFirst().orElse("");
        if (first.startsWith("// options: ")) {
            options.addAll(Arrays.asList(first.substring(12).split(" ", -1)));
        }
        return Compiler.javac()
                .withProcessors(new StrategyProcessor(), new ComponentProcessor())
                .withOptions(options)
                .compile(Javac.withKit(Javac.file(fixture)));
    }
}
