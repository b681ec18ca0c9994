package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileTreeTest {

    @TempDir
    Path folder;

    @Test
    void a_folder_comes_back_as_it_was() throws IOException {
        Path from = model("from");

        FileTree.parse(FileTree.of(from).toBytes()).writeTo(folder.resolve("to"));

        assertThat(folder.resolve("to/config.json")).hasContent("{}");
        assertThat(folder.resolve("to/weights/layer-1.bin")).hasBinaryContent(new byte[] {0, 1, '\n', -1});
        assertThat(folder.resolve("to/weights/empty")).isEmptyFile();
        assertThat(FileTree.of(folder.resolve("to")).toBytes())
                .isEqualTo(FileTree.of(from).toBytes());
    }

    @Test
    void the_same_files_give_the_same_bytes() throws IOException {
        Path one = model("one");
        Path two = model("two");
        Files.setLastModifiedTime(two.resolve("config.json"), FileTime.fromMillis(0));

        assertThat(FileTree.of(two).toBytes()).isEqualTo(FileTree.of(one).toBytes());
        assertThat(new String(
                        FileTree.of(Map.of("b/c", new byte[] {'x'}, "a", new byte[0]))
                                .toBytes(),
                        UTF_8))
                .isEqualTo("""
                        trainyard-tree 1 c0d4493ab115133307b911da32ef17de99765a3a0ddad7b15dcae8317cb821ce
                        0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 a
                        1 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881 b/c

                        x""");
    }

    @Test
    void an_empty_folder_is_a_value_too() throws IOException {
        Files.createDirectory(folder.resolve("nothing"));

        assertThat(FileTree.parse(FileTree.of(folder.resolve("nothing")).toBytes())
                        .files())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../out",
                "a/../../out",
                "a/./b",
                "a//b",
                "a/",
                "a\\..\\out",
                "C:x",
                "a\nb",
                "a\u0000",
                "nul",
                "a/COM1.txt",
                "dot.",
                "space ",
                "\ud83d"
            })
    void a_name_that_could_lead_elsewhere_is_refused(String name) {
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> FileTree.of(Map.of(name, new byte[0])))
                .withMessageContaining("cannot be part of a stored folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a/b"})
    void names_that_meet_on_some_disk_are_refused(String other) {
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> FileTree.of(Map.of("a", new byte[0], other, new byte[0])));
    }

    @Test
    void a_symbolic_link_is_refused() throws IOException {
        Path from = model("from");
        Files.createSymbolicLink(from.resolve("link"), Path.of("/etc/passwd"));

        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> FileTree.of(from))
                .withMessageContaining("symbolic link");
    }

    @Test
    void nothing_is_written_into_a_folder_that_has_files() throws IOException {
        Path full = model("full");

        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> FileTree.of(Map.of("x", new byte[0])).writeTo(full))
                .withMessageContaining("not empty");
        assertThat(full.resolve("x")).doesNotExist();
    }

    @Test
    void a_flipped_bit_or_a_missing_end_is_found_wherever_it_is() throws IOException {
        byte[] whole = FileTree.of(model("from")).toBytes();
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 << (i % 8));
            byte[] cut = Arrays.copyOf(whole, i);

            assertThatExceptionOfType(ObjectFormatException.class)
                    .as("bit flipped in byte %d", i)
                    .isThrownBy(() -> FileTree.parse(damaged));
            assertThatExceptionOfType(ObjectFormatException.class).isThrownBy(() -> FileTree.parse(cut));
        }
        assertThatExceptionOfType(ObjectFormatException.class)
                .isThrownBy(() -> FileTree.parse(Arrays.copyOf(whole, whole.length + 1)));
    }

    private Path model(String name) throws IOException {
        Path model = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(model.resolve("weights"));
        Files.write(model.resolve("weights/layer-1.bin"), new byte[] {0, 1, '\n', -1});
        Files.writeString(model.resolve("config.json"), "{}");
        Files.createFile(model.resolve("weights/empty"));
        return model;
    }
}
