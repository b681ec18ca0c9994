package io.trainyard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectKeyTest {

    private static final Map<String, String> WORDING = Map.of(
            "empty", "it is empty",
            "too-long", "200 are the most",
            "empty-segment", "a segment is empty",
            "long-segment", "100 are the most",
            "edge", "starts or ends with a dot or a space",
            "character", "is not allowed",
            "device", "device of Windows");

    static List<KeyTable.Row> rows() throws IOException {
        return KeyTable.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void follows_the_table(KeyTable.Row row) {
        if (row.good()) {
            assertThat(ObjectKey.of(row.key()).value()).isEqualTo(row.key());
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ObjectKey.of(row.key()))
                    .withMessageContaining("why:  ")
                    .withMessageContaining(WORDING.get(row.reason()))
                    .withMessageContaining("fix:  ");
        }
    }

    @Test
    void the_table_has_rows_of_every_kind() throws IOException {
        assertThat(rows().stream().filter(row -> !row.good()).map(KeyTable.Row::reason))
                .containsAll(WORDING.keySet());
        assertThat(rows()).hasSizeGreaterThan(40).anyMatch(KeyTable.Row::good);
    }

    @ParameterizedTest
    @CsvSource({
        "/prefix/ILove, prefix/ILove",
        "./a/b, a/b",
        "a\\b, a/b",
        "a//b, a/b",
        "C:/models, C-/models",
        "models/aux, models/the-aux",
        "' a ', a",
    })
    void says_what_to_write_instead(String typed, String meant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectKey.of(typed))
                .withMessageContaining("fix:  \"" + meant + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../../outside.txt", "***", ""})
    void does_not_guess(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectKey.of(typed))
                .withMessageContaining("fix:  a key such as");
    }

    @Test
    void a_message_shows_what_cannot_be_printed_and_cuts_what_is_long() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectKey.of("a\nb"))
                .withMessageStartingWith("key \"a\\u000ab\" cannot be used");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectKey.of("x".repeat(100_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
    }

    @Test
    @SuppressWarnings("NullAway")
    void null_is_no_key() {
        assertThatNullPointerException().isThrownBy(() -> ObjectKey.of(null)).withMessage("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/", "a.", "a/b", "con", "a "})
    void a_prefix_is_the_start_of_some_key(String prefix) {
        assertThatCode(() -> ObjectKey.prefix(prefix)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "../", "a//", ".", "a\\", "con/", "*"})
    void what_no_key_starts_with_is_no_prefix(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectKey.prefix(prefix))
                .withMessageStartingWith("prefix ");
    }
}
