package io.trainyard.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class KeyFoldersTest {

    private final Path root = Path.of("/store/objects");
    private final KeyFolders folders = new KeyFolders(root);

    @Test
    void upper_case_and_the_end_of_the_key_are_marked() {
        assertThat(folders.folder(ObjectKey.of("sunday-trend/Line"))).isEqualTo(root.resolve("sunday-trend/%line%"));
    }

    @Test
    void folders_between_are_no_keys() {
        assertThat(folders.key(root)).isEmpty();
        assertThat(folders.key(root.resolve("sunday-trend"))).isEmpty();
        assertThat(folders.key(root.resolve("a%/b%"))).isEmpty();
        assertThat(folders.key(root.resolve("%%"))).isEmpty();
        assertThat(folders.key(root.resolve("Line%"))).isEmpty();
    }

    @Property(tries = 100_000)
    void no_text_leads_out_of_the_root(@ForAll("texts") String text) {
        Optional<ObjectKey> key = key(text);
        if (key.isPresent()) {
            assertThat(KeyFolders.decode(KeyFolders.encode(key.get()))).isEqualTo(key);
            Path folder = folders.folder(key.get());
            assertThat(folder.normalize()).isEqualTo(folder).startsWithRaw(root).isNotEqualTo(root);
            assertThat(folder.getFileName().toString()).hasSizeLessThanOrEqualTo(255);
            assertThat(folders.key(folder)).contains(key.get());
        }
    }

    @Property(tries = 5_000)
    void keys_stay_apart_where_case_does_not_count(@ForAll("keys") String a, @ForAll("keys") String b) {
        if (!a.equals(b)) {
            assertThat(folded(a)).isNotEqualTo(folded(b));
        }
    }

    private String folded(String key) {
        return folders.folder(ObjectKey.of(key)).toString().toLowerCase(Locale.ROOT);
    }

    private static Optional<ObjectKey> key(String text) {
        try {
            return Optional.of(ObjectKey.of(text));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "/", "..", ".", "\\", "%", "a", "B", "con", "NUL", ":", "~", " ", "=", "\0", "\n", "é", "x/y", "a%",
                "%a");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(220),
                Arbitraries.strings().withChars("aB./-_ =").ofMaxLength(210));
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings()
                .withChars("aAbB/")
                .ofMinLength(1)
                .ofMaxLength(5)
                .filter(text -> key(text).isPresent());
    }
}
