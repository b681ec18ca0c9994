package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what the README says of a typo to what the compiler prints. */
class ReadmeTest {

    private static final Path SAMPLE =
            Path.of("../samples/sunday-trend/src/main/java/io/trainyard/samples/sundaytrend");

    @TempDir
    private Path folder;

    @Test
    void what_the_compiler_says_to_a_typo_is_what_the_readme_shows() throws IOException {
        String source = Files.readString(SAMPLE.resolve("SundayTrend.java"), StandardCharsets.UTF_8);
        Path strategy = folder.resolve("SundayTrend.java");
        Files.writeString(strategy, source.replace("America/New_York", "America/NewYork"));

        String said = compile(strategy, SAMPLE.resolve("Line.java")).replace(folder + "/", "");

        String shown = said.substring(0, said.indexOf("1 error"));
        assertThat(shown).startsWith("SundayTrend.java:").contains("[TY202]");
        assertThat(Files.readString(Path.of("../README.md"), StandardCharsets.UTF_8))
                .contains("```\n" + shown + "```\n");
    }

    private String compile(Path... sources) throws IOException {
        StringWriter said = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    said,
                    files,
                    null,
                    List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path")),
                    null,
                    files.getJavaFileObjects(sources));
            task.setProcessors(List.of(new StrategyProcessor()));
            assertThat(task.call()).isFalse();
        }
        return said.toString().replace(System.lineSeparator(), "\n");
    }
}
