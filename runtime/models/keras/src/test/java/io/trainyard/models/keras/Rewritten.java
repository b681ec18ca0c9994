package io.trainyard.models.keras;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A file of Keras with something else in it. */
final class Rewritten {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Rewritten(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    static Rewritten golden(String name) throws IOException {
        return new Rewritten(Golden.of(name).bytes());
    }

    /** With other words at each place of a part where the first are, which there has to be. */
    Rewritten saying(String part, String words, String others) {
        String text = new String(part(part), UTF_8);
        assertThat(text).contains(words);
        parts.put(part, text.replace(words, others).getBytes(UTF_8));
        return this;
    }

    Rewritten with(String part, byte[] bytes) {
        parts.put(part, bytes);
        return this;
    }

    Rewritten without(String part) {
        assertThat(parts.remove(part)).isNotNull();
        return this;
    }

    byte[] part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
