package io.trainyard.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code trainyard live} in a process of its own, called in a folder. */
final class LiveProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final Path errors;
    private final List<String> lines = new ArrayList<>();

    private LiveProcess(Process process, Path errors) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.errors = errors;
    }

    static LiveProcess start(Path folder, String... arguments) throws IOException {
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "live"),
                        Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        // so that a line that never comes fails a test, and does not stop it
        CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES).execute(process::destroyForcibly);
        return new LiveProcess(process, errors);
    }

    /** A line with this text, of those that were read, or else the next one. */
    String await(String text) throws IOException {
        Optional<String> known =
                lines.stream().filter(line -> line.contains(text)).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        for (String line = next(); line != null; line = next()) {
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("\"" + text + "\" was not printed, but " + lines + "\n" + errors());
    }

    /** The next line; null at the end. */
    @Nullable
    String next() throws IOException {
        String line = out.readLine();
        if (line != null) {
            lines.add(line);
        }
        return line;
    }

    /** All that it printed, once it has ended. */
    List<String> toEnd() throws IOException {
        while (next() != null) {
            // read
        }
        return List.copyOf(lines);
    }

    /** As Ctrl-C and a supervisor do. */
    LiveProcess terminate() {
        process.toHandle().destroy(); // leaves what it prints to be read
        return this;
    }

    /** As the machine does when its memory is full. */
    LiveProcess kill() {
        process.destroyForcibly();
        return this;
    }

    int code() throws InterruptedException {
        return process.waitFor();
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
