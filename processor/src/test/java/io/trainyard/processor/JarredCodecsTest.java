package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dagger.internal.codegen.ComponentProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codecs come in jars, of which the compiler shows less than of folders. */
final class JarredCodecsTest {

    @Test
    void a_codec_in_a_jar_is_seen(@TempDir Path folder) throws IOException {
        assertThat(compiled(List.of()).status()).isEqualTo(Compilation.Status.FAILURE);

        Path jar = folder.resolve("codec.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("io/trainyard/codecs/demo.Jarred$Network"));
            out.closeEntry();
        }

        assertThat(compiled(List.of(jar.toFile())).diagnostics()).isEmpty();
    }

    private static Compilation compiled(List<File> jars) {
        List<File> path = new ArrayList<>(jars);
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(File::new)
                .forEach(path::add);
        return Compiler.javac()
                .withProcessors(new StrategyProcessor(), new ComponentProcessor())
                .withClasspath(path)
                .withOptions(Javac.DAY)
                .compile(Javac.source(
                        "Jarred",
                        "package demo;",
                        "@io.trainyard.Strategy(zone = \"UTC\")",
                        "class Jarred {",
                        "  @io.trainyard.Stored(\"jarred/network\") Network network;",
                        "  static class Network implements AutoCloseable { @Override public void close() {} }",
                        "  @io.trainyard.Train Network fit() { return new Network(); }",
                        "}"));
    }
}
