package io.trainyard.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.store.Birth;
import io.trainyard.store.DiskStore;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.store.VersionEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Types {@code trainyard store} commands on one store. */
final class StoreShell {

    static final ObjectKey LINE = ObjectKey.of("sunday-trend/line");
    static final Instant SUNDAY = Instant.parse("2026-01-04T13:00:00Z");

    private final Path folder;
    private InputStream input = InputStream.nullInputStream();

    StoreShell(Path folder) {
        this.folder = folder;
    }

    /** What a command did; {@code bytes} is what is no text. */
    @SuppressWarnings("ArrayRecordComponent")
    record Printed(int code, String out, byte[] bytes, String err) {}

    /** The next command reads this. */
    StoreShell typing(String text) {
        input = new ByteArrayInputStream(text.getBytes(UTF_8));
        return this;
    }

    /** Runs a command; when it asks, something else happens before the answer comes. */
    Printed whenAsked(String answer, Runnable meanwhile, String words) {
        input = new SequenceInputStream(
                new InputStream() {
                    @Override
                    public int read() {
                        meanwhile.run();
                        return -1;
                    }

                    @Override
                    public int read(byte[] into, int from, int length) {
                        return read();
                    }
                },
                new ByteArrayInputStream(answer.getBytes(UTF_8)));
        return run(words);
    }

    /** Runs a command: words divided by spaces, then some that may have spaces, on the store of this shell. */
    Printed run(String words, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--store", folder.toString()));
        return runElsewhere(words, arguments.toArray(String[]::new));
    }

    /** The same, on the store that the words name, or on the default one. */
    Printed runElsewhere(String words, String... more) {
        List<String> arguments = new ArrayList<>(List.of("store"));
        arguments.addAll(Arrays.asList(words.split(" ")));
        arguments.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = Main.run(
                input,
                bytes,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                arguments.toArray(String[]::new));
        input = InputStream.nullInputStream();
        return new Printed(code, out.toString(), bytes.toByteArray(), err.toString());
    }

    /** Runs a command that must succeed without a word to the user. */
    String done(String words, String... more) {
        Printed printed = run(words, more);
        assertThat(printed.err()).isEmpty();
        assertThat(printed.code()).isZero();
        return printed.out();
    }

    /** The JSON that a command prints. */
    JsonNode json(String words) {
        return JsonMapper.shared().readTree(run(words, "--json").out());
    }

    /** The store itself, without limits. */
    DiskStore store() {
        return DiskStore.open(folder, new Quota(Long.MAX_VALUE, Integer.MAX_VALUE));
    }

    /** Saves versions of the line, one minute after the other from Sunday on. */
    void save(String... values) {
        DiskStore store = store();
        for (int i = 0; i < values.length; i++) {
            store.commit(LINE, values[i].getBytes(UTF_8), Birth.at(SUNDAY.plusSeconds(60L * i)));
        }
    }

    List<Long> numbers(ObjectKey key) {
        return store().list(key).stream().map(VersionEntry::number).toList();
    }

    String current(ObjectKey key) {
        return new String(store().newest(key).orElseThrow().content(), UTF_8);
    }

    /** Changes one byte of a version: the last one, or the one so far from the beginning. */
    void damage(long number, int at) throws IOException {
        Path versions = folder.resolve("objects/sunday-trend/line%");
        try (Stream<Path> files = Files.list(versions)) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith("%010d-".formatted(number)))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[at < 0 ? bytes.length + at : at] ^= 1;
            Files.write(file, bytes);
        }
    }
}
