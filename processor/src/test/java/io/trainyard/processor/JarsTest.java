package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dagger.internal.codegen.ComponentProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codecs and markets come in jars, of which the compiler shows less than of folders. */
final class JarsTest {

    private static final JavaFileObject JARRED = Javac.source(
            "Jarred",
            "package demo;",
            "@io.trainyard.Strategy(zone = \"UTC\")",
            "class Jarred {",
            "  @io.trainyard.Stored(\"jarred/network\") Network network;",
            "  static class Network implements AutoCloseable { @Override public void close() {} }",
            "  @io.trainyard.Train Network fit() { return new Network(); }",
            "}");

    private static final JavaFileObject ABROAD = Javac.source(
            "Abroad",
            "package demo;",
            "@io.trainyard.Strategy(zone = \"UTC\")",
            "@io.trainyard.Subscribe(symbol = \"X\", market = \"jarred-market\", resolution = io.trainyard.Resolution.DAILY)",
            "class Abroad {",
            "  @io.trainyard.Stored(\"abroad/model\") String model;",
            "  @io.trainyard.Train(on = io.trainyard.Days.TRADING_DAYS, symbol = \"X\", afterClose = 30, limit = \"PT5M\")",
            "  String fit() { return null; }",
            "}");

    @Test
    void a_codec_in_a_jar_is_seen(@TempDir Path folder) throws IOException {
        assertThat(compiled(List.of(), JARRED).status()).isEqualTo(Compilation.Status.FAILURE);

        File jar = jar(folder, "io/trainyard/codecs/demo.Jarred$Network", "");

        assertThat(compiled(List.of(jar), JARRED).diagnostics()).isEmpty();
    }

    @Test
    void a_market_in_a_jar_is_seen(@TempDir Path folder) throws IOException {
        assertThat(compiled(List.of(), ABROAD).status()).isEqualTo(Compilation.Status.FAILURE);

        String file = Files.readString(Javac.RESOURCES.resolve("io/trainyard/markets/lunch-break"));
        File jar = jar(folder, "io/trainyard/markets/jarred-market", file);

        assertThat(compiled(List.of(jar), ABROAD).diagnostics()).isEmpty();
    }

    private static File jar(Path folder, String name, String content) throws IOException {
        Path jar = folder.resolve("one.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return jar.toFile();
    }

    private static Compilation compiled(List<File> jars, JavaFileObject source) {
        List<File> path = new ArrayList<>(jars);
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(File::new)
                .forEach(path::add);
        return Compiler.javac()
                .withProcessors(new StrategyProcessor(), new ComponentProcessor())
                .withClasspath(path)
                .withOptions(Javac.DAY)
                .compile(source);
    }
}
