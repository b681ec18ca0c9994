package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad schedules, planted: each is told one thing, under the right word, and whoever types what the message says to type,
 * any of its alternatives, is told nothing more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedSchedulesTest {

    private static final Pattern FIX = Pattern.compile("\n +fix: +([^\n]*)\n");
    private static final Pattern ARGUMENT = Pattern.compile("(\\w+) = (\"[^\"]*\"|\\{[^}]*}|[^,]+)");

    private final List<Planted> all = planted();
    private Map<String, List<Diagnostic<? extends JavaFileObject>>> said = Map.of();
    private Map<String, List<Diagnostic<? extends JavaFileObject>>> saidOfFixed = Map.of();
    private final Map<String, Planted> fixed = new HashMap<>();

    /**
     * A strategy with a bad schedule.
     *
     * @param name the name of its class
     * @param code what is wrong with it
     * @param word what stands under the caret
     * @param arguments those of {@code @Strategy}
     * @param trainings the annotations of each of its trainings
     * @param guessed whether the message can say what to type instead
     */
    record Planted(
            String name, String code, String word, String arguments, List<List<String>> trainings, boolean guessed) {

        /** One annotation a line. */
        List<String> lines() {
            List<String> lines = new ArrayList<>(List.of(
                    "package demo;",
                    "import io.trainyard.*;",
                    "import static java.time.DayOfWeek.*;",
                    "@Strategy("
                            + (arguments.contains("zone = ") ? "" : "zone = \"America/New_York\"")
                            + (arguments.isEmpty() || arguments.contains("zone = ") ? "" : ", ")
                            + arguments + ")",
                    "@Subscribe(symbol = \"SPY\", resolution = Resolution.DAILY)",
                    "final class " + name + " {"));
            List<String> types = List.of("String", "Integer");
            for (int i = 0; i < trainings.size(); i++) {
                String type = types.get(i);
                lines.add("@Stored(\"" + name.toLowerCase(Locale.ROOT) + "/" + i + "\") " + type + " field" + i + ";");
                lines.addAll(trainings.get(i));
                lines.add(type + " train" + i + "() { return null; }");
            }
            lines.add("}");
            return lines;
        }

        JavaFileObject source() {
            return Javac.source(name, lines().toArray(String[]::new));
        }

        Planted as(String other) {
            return new Planted(other, code, word, arguments, trainings, guessed);
        }

        @Override
        public String toString() {
            return code + " " + arguments + " " + trainings;
        }
    }

    private static List<Planted> planted() {
        List<Planted> planted = new ArrayList<>();
        Javac.text(Javac.RESOURCES.resolve("planted/schedules.txt"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    List<String> cells =
                            Stream.of(line.split(";", -1)).map(String::strip).toList();
                    planted.add(new Planted(
                            "Planted" + planted.size(),
                            cells.get(0).substring(0, 5),
                            cells.get(1),
                            cells.get(2),
                            cells.subList(3, cells.size()).stream()
                                    .map(cell -> List.of(cell.split(" (?=@Train)", -1)))
                                    .toList(),
                            !cells.get(0).endsWith("-")));
                });
        return planted;
    }

    Stream<Planted> cases() {
        return all.stream();
    }

    Stream<String> alternatives() {
        return fixed.keySet().stream().sorted();
    }

    @BeforeAll
    void compile() {
        said = compile(all);
        for (Planted one : all) {
            for (Diagnostic<? extends JavaFileObject> diagnostic : said.getOrDefault(one.name(), List.of())) {
                List<String> fixes = alternatives(diagnostic.getMessage(Locale.ROOT));
                for (int i = 0; i < fixes.size(); i++) {
                    String name = one.name() + "Fix" + i;
                    fixed.put(name, typed(one.as(name), diagnostic, fixes.get(i)));
                }
            }
        }
        saidOfFixed = compile(List.copyOf(fixed.values()));
    }

    private static Map<String, List<Diagnostic<? extends JavaFileObject>>> compile(List<Planted> strategies) {
        Compilation compilation = Compiler.javac()
                .withProcessors(new StrategyProcessor())
                // javac stops at a hundred of each otherwise
                .withOptions(Javac.DAY, "-Atrainyard.timetables=off", "-Xmaxerrs", "9999", "-Xmaxwarns", "9999")
                .compile(strategies.stream().map(Planted::source).toList());
        Map<String, List<Diagnostic<? extends JavaFileObject>>> said = new HashMap<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            JavaFileObject source = diagnostic.getSource();
            assertThat(source).as("%s", diagnostic).isNotNull();
            String file = source.getName();
            said.computeIfAbsent(
                            file.substring(file.lastIndexOf('/') + 1).replace(".java", ""), name -> new ArrayList<>())
                    .add(diagnostic);
        }
        return said;
    }

    @Test
    void there_are_at_least_a_hundred_and_fifty() {
        assertThat(all).hasSizeGreaterThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_rejected_once_and_on_the_right_word(Planted planted) {
        List<String> told = said.getOrDefault(planted.name(), List.of()).stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT).substring(1, 6) + " "
                        + planted.lines()
                                .get((int) diagnostic.getLineNumber() - 1)
                                .substring((int) diagnostic.getColumnNumber() - 1))
                .toList();
        assertThat(told).singleElement().asString().startsWith(planted.code() + " " + planted.word());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void says_what_to_type_instead(Planted planted) {
        if (planted.guessed()) {
            assertThat(fixed).containsKey(planted.name() + "Fix0");
        }
    }

    @ParameterizedTest
    @MethodSource("alternatives")
    void compiles_without_a_word_once_the_fix_is_typed(String name) {
        assertThat(saidOfFixed.getOrDefault(name, List.of()))
                .as("%s", fixed.get(name))
                .isEmpty();
    }

    /** What a message says to type, where it is something to type: without what explains it. */
    private static List<String> alternatives(String message) {
        Matcher fix = FIX.matcher(message);
        if (!fix.find()) {
            return List.of();
        }
        return Stream.of(fix.group(1).split(", or ", -1))
                .filter(typed -> typed.matches("\\w+ = .*|@Strategy\\(.*\\)|remove (?:this @Train|one of the two)")
                        || Typing.isTypeable(typed))
                .toList();
    }

    private static Planted typed(Planted planted, Diagnostic<? extends JavaFileObject> diagnostic, String fix) {
        int line = (int) diagnostic.getLineNumber();
        int caret = (int) diagnostic.getColumnNumber() - 1;
        if (fix.startsWith("@Strategy(")) {
            return inStrategy(planted, fix.substring(10, fix.length() - 1));
        }
        if (line == 4) {
            return inStrategy(planted, fix);
        }
        boolean each = fix.endsWith(" for each training");
        String typed = fix.replace(" for each training", "");
        List<String> before = planted.lines();
        List<List<String>> trainings = new ArrayList<>();
        int at = 6;
        for (List<String> annotations : planted.trainings()) {
            at++;
            List<String> changed = new ArrayList<>();
            boolean done = false;
            for (String annotation : annotations) {
                at++;
                assertThat(before.get(at - 1)).isEqualTo(annotation);
                boolean here = each ? !done : at == line;
                done |= here;
                if (!here) {
                    changed.add(annotation);
                } else if (fix.equals("remove one of the two")) {
                    changed.add(annotation.replaceFirst("\\b(\\w+), (.*\\b)?\\1\\b", "$2$1"));
                } else if (planted.code().startsWith("TY2") && annotation.contains("(")) {
                    changed.add(Typing.type(annotation, caret, typed));
                } else if (!fix.startsWith("remove")) {
                    changed.add(annotation(annotation, typed));
                }
            }
            at++;
            trainings.add(changed);
        }
        return new Planted(planted.name(), planted.code(), planted.word(), planted.arguments(), trainings, true);
    }

    private static Planted inStrategy(Planted planted, String fix) {
        String whole = annotation("@Strategy(" + planted.arguments() + ")", fix);
        String arguments = whole.substring(10, whole.length() - 1);
        return new Planted(planted.name(), planted.code(), planted.word(), arguments, planted.trainings(), true);
    }

    /** An annotation with some of its arguments replaced, or added. */
    private static String annotation(String annotation, String fix) {
        String changed = annotation.contains("(") ? annotation : annotation + "()";
        Matcher arguments = ARGUMENT.matcher(fix);
        while (arguments.find()) {
            Pattern same = Pattern.compile("\\b" + arguments.group(1) + " = (?:\"[^\"]*\"|\\{[^}]*}|[\\w.]+)");
            String rest = changed.substring(0, changed.length() - 1);
            changed = same.matcher(changed).find()
                    ? same.matcher(changed).replaceFirst(Matcher.quoteReplacement(arguments.group()))
                    : rest + (rest.endsWith("(") ? "" : ", ") + arguments.group() + ")";
        }
        return changed;
    }
}
