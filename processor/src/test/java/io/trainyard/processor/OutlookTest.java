package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.trainyard.processor.model.Horizon;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far ahead the compiler looks, from which day on, and the timetables that it writes. */
class OutlookTest {

    private static final JavaFileObject SUNDAYS = Javac.source(
            "Sundays",
            "package demo;",
            "@io.trainyard.Strategy(zone = \"America/New_York\")",
            "final class Sundays {",
            "  @io.trainyard.Stored(\"a\") String a;",
            "  @io.trainyard.Train",
            "  @io.trainyard.Train(day = java.time.DayOfWeek.SUNDAY, at = \"08:00\", limit = \"PT15M\")",
            "  String a() { return null; }",
            "}");

    @Test
    void looks_five_years_ahead_from_the_day_of_the_build() {
        Outlook outlook = Outlook.of(Map.of(), null);
        assertThat(outlook.horizon().years()).isEqualTo(5);
        assertThat(outlook.horizon().from()).isAfter(LocalDate.of(2025, 1, 1));
        assertThat(outlook.timetables()).isTrue();
        assertThat(outlook.mistakes()).isEmpty();
    }

    @Test
    void the_day_of_the_build_is_that_of_source_date_epoch() {
        assertThat(Outlook.of(Map.of(), "1767225600").horizon()).isEqualTo(new Horizon(LocalDate.of(2026, 1, 1), 5));
    }

    @Test
    void a_day_that_is_given_counts_before_that_of_the_build() {
        Map<String, String> options = Map.of("trainyard.from", "2027-02-03", "trainyard.horizon", "20");
        assertThat(Outlook.of(options, "1767225600").horizon()).isEqualTo(new Horizon(LocalDate.of(2027, 2, 3), 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "1e9", "999999999999999999", "99999999999999999999"})
    void a_source_date_epoch_that_is_none_is_told(String epoch) {
        assertThat(Outlook.of(Map.of(), epoch).mistakes())
                .singleElement()
                .asString()
                .startsWith("[TY001] the environment's SOURCE_DATE_EPOCH=" + epoch + " is not the day of a build.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trainyard.from=tomorrow",
                "trainyard.from=2026-02-30",
                "trainyard.from=1997-12-31",
                "trainyard.horizon=0",
                "trainyard.horizon=101",
                "trainyard.horizon=five",
                "trainyard.timetables=no"
            })
    void an_option_that_means_nothing_fails_the_build(String option) {
        Compilation compilation = Compiler.javac()
                .withProcessors(new StrategyProcessor())
                .withOptions("-A" + option)
                .compile(SUNDAYS);
        assertThat(compilation.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage(Locale.ROOT)).startsWith("[TY001] -A" + option + " "));
    }

    @Test
    void writes_the_timetable_of_the_coming_year() throws IOException {
        Compilation compilation = Javac.compile(SUNDAYS);
        assertThat(timetable(compilation, "txt")).startsWith("""
                        sundays: 53 trainings from Thu 2026-01-01 00:00 to Thu 2026-12-31 23:59:59 America/New_York

                        Thu 2026-01-01 00:00  2026-01-01T05:00:00Z  a  once, at deployment
                        Sun 2026-01-04 08:00  2026-01-04T13:00:00Z  a  every Sunday at 08:00 America/New_York
                        """);
        assertThat(timetable(compilation, "ics"))
                .contains("UID:20260104T130000Z-a-sundays@trainyard\r\n", "DURATION:PT15M\r\n")
                .isEqualTo(timetable(Javac.compile(SUNDAYS), "ics"));
    }

    @Test
    void timetables_can_be_left_out() {
        assertThat(Javac.compile(List.of("-Atrainyard.timetables=off"), SUNDAYS).generatedFiles())
                .noneMatch(file -> file.getName().contains("timetable"));
    }

    @Test
    void what_gets_into_a_jar_is_the_same_on_every_day() throws IOException {
        Map<String, String> generated = withoutTimetables(Javac.compile(SUNDAYS));
        assertThat(generated).hasSizeGreaterThan(3);
        assertThat(withoutTimetables(Javac.compile(List.of("-Atrainyard.from=2031-12-31"), SUNDAYS)))
                .isEqualTo(generated);
    }

    @Test
    void a_timetable_that_cannot_be_written_breaks_no_build(@TempDir java.nio.file.Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        JavaFileManager full = new FullDisk(compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));
        List<String> options =
                List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path"), Javac.DAY);
        JavaCompiler.CompilationTask task = compiler.getTask(said, full, null, options, null, List.of(SUNDAYS));
        task.setProcessors(List.of(new StrategyProcessor()));
        assertThat(task.call()).isTrue();
        assertThat(said.toString())
                .contains("warning: [TY005] the timetable Sundays.timetable.txt could not be written:")
                .contains("no space left on device")
                .contains("1 warning");
    }

    private static String timetable(Compilation compilation, String ending) throws IOException {
        return text(compilation
                .generatedFile(StandardLocation.SOURCE_OUTPUT, "demo/Sundays.timetable." + ending)
                .orElseThrow());
    }

    private static Map<String, String> withoutTimetables(Compilation compilation) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (!file.getName().contains(".timetable.")) {
                files.put(file.getName(), text(file));
            }
        }
        return files;
    }

    private static String text(FileObject file) throws IOException {
        return new String(file.openInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Refuses timetables. */
    private static final class FullDisk extends ForwardingJavaFileManager<JavaFileManager> {

        FullDisk(JavaFileManager files) {
            super(files);
        }

        @Override
        public FileObject getFileForOutput(Location location, String packageName, String name, FileObject sibling)
                throws IOException {
            if (name.contains("timetable")) {
                throw new IOException("no space left on device");
            }
            return super.getFileForOutput(location, packageName, name, sibling);
        }
    }
}
