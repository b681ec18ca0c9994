package io.trainyard.samples.sundaytrend;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.market.data.LeanFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the README at the top to what really is: its code compiles, its outputs are printed. */
final class ReadmeTest {

    private static final Path TOP = Path.of("../..");
    private static final Path SOURCES = Path.of("src");
    private static final Path GENERATED = Path.of("target/generated-sources/annotations");
    private static final String PACKAGE = "io/trainyard/samples/sundaytrend/";

    private final String readme = read(TOP.resolve("README.md"));

    @TempDir
    private Path folder;

    @Test
    void its_strategy_is_the_sample() {
        assertThat(read(SOURCES.resolve("main/java/" + PACKAGE + "SundayTrend.java")))
                .contains(block("java", 0));
    }

    @Test
    void its_guard_is_what_the_processor_wrote() {
        assertThat(read(GENERATED.resolve(PACKAGE + "SundayTrend_Guard.java"))).contains(block("java", 1));
    }

    @Test
    void its_call_compiles() {
        String call = block("java", 2).indent(8).stripTrailing();
        assertThat(read(SOURCES.resolve("test/java/" + PACKAGE + "ReadmeTest.java")))
                .contains(call);
    }

    /** The call that the README shows; it wants a folder of data, so that here it need only compile. */
    static BacktestResult call() {
        BacktestResult result = Trainyard.backtest(SundayTrend.class)
                .bars(LeanFolder.at(Path.of("data")))
                .from(LocalDate.parse("2013-10-07"))
                .run();
        return result;
    }

    @Test
    void its_output_is_what_the_command_prints() throws Exception {
        assertThat(run("backtest", "sunday-trend")).isEqualTo(block("", 1));
        assertThat(run("backtest", "sunday-trend"))
                .contains("restored  sunday-trend/line, version 1, trained Wed 2013-01-02 00:00");
        assertThat(readme).contains("`restored  sunday-trend/line, version 1, trained Wed 2013-01-02 00:00`");
    }

    @Test
    void a_live_replay_prints_what_the_readme_of_the_sample_shows() throws Exception {
        String shown = read(Path.of("README.md"));
        String events = shown.substring(shown.indexOf("Wed 2013-01-02"), shown.indexOf("```\n\nCtrl-C"));
        assertThat(run("live", "sunday-trend", "--until", "2013-01-07")).contains(events);
    }

    @Test
    void its_schedule_is_what_the_command_prints() throws Exception {
        List<String> words = List.of(block("sh", 2).strip().split(" ", -1));
        assertThat(words.get(0)).isEqualTo("./trainyard");
        assertThat(run(words.subList(1, words.size()).toArray(String[]::new))).isEqualTo(block("", 2));
    }

    @Test
    void its_first_two_shell_blocks_are_the_two_commands() {
        assertThat(block("sh", 0)).isEqualTo("./trainyard backtest sunday-trend\n");
        assertThat(block("sh", 1)).isEqualTo("mvn -B -ntp clean verify\n");
    }

    @Test
    void every_row_of_the_libraries_table_names_tests_that_are_there() throws Exception {
        Set<String> tests = testClasses();
        List<String> rows = read(Path.of("../README.md"))
                .lines()
                .filter(line -> line.startsWith("|")
                        && line.chars().filter(c -> c == '|').count() == 9)
                .skip(2)
                .toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(12).allSatisfy(row -> {
            String[] cells = row.split("\\|", -1);
            assertThat(cells[7]).contains("yes");
            List<String> named = Pattern.compile("`(\\w+)`")
                    .matcher(cells[8])
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(named).isNotEmpty();
            assertThat(tests).containsAll(named);
        });
    }

    private static Set<String> testClasses() throws IOException {
        Set<String> names = new HashSet<>();
        for (String folder : List.of("samples", "runtime")) {
            try (Stream<Path> files = Files.walk(TOP.resolve(folder))) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.endsWith("Test.java"))
                        .forEach(name -> names.add(name.replace(".java", "")));
            }
        }
        return names;
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.trainyard.console.Main"));
        command.addAll(List.of(arguments));
        int code = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(code).isZero();
        return read(out);
    }

    /** The text of the fenced block with this language, counted from 0. */
    private String block(String language, int number) {
        List<String> blocks = new ArrayList<>();
        Pattern fence = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
        for (MatchResult match : fence.matcher(readme).results().toList()) {
            if (match.group(1).equals(language)) {
                blocks.add(match.group(2));
            }
        }
        return blocks.get(number);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
