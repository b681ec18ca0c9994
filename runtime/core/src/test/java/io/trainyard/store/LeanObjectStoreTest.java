package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.trainyard.Plan;
import io.trainyard.time.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of LEAN's unit tests of its local object store (commit 24863901), and where ours decides otherwise. */
final class LeanObjectStoreTest {

    @TempDir
    Path folder;

    record Pair(int first, int second) {}

    static List<List<String>> keys() throws IOException {
        return KeyTable.cells("lean-keys.tsv");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keys_are_kept_or_refused_with_what_to_write(List<String> row) throws IOException {
        ObjectStore store = open(Quota.of(Plan.FREE));
        String key = row.get(1);
        if (row.get(3).equals("kept")) {
            store.saveText(key, "Pizza");
            assertThat(store.readText(key)).isEqualTo("Pizza");
            assertThat(store.keys()).containsExactly(key);
            assertThat(store.delete(key)).isTrue();
            assertThat(store.containsKey(key)).isFalse();
        } else {
            String instead = row.get(4).isEmpty() ? "a key such as" : '"' + row.get(4) + '"';
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.saveText(key, "Pizza"))
                    .withMessageContaining("fix:  " + instead);
        }
        assertThat(folder.resolve("objects")).isEmptyDirectory();
    }

    static List<List<String>> permissions() throws IOException {
        return KeyTable.cells("lean-permissions.tsv");
    }

    /** A path of LEAN's is for reading and for writing; ours are two operations, each with its own permission. */
    @ParameterizedTest
    @MethodSource("permissions")
    void permissions_are_kept(List<String> row) {
        open(Quota.of(Plan.FREE)).saveText("Jose", "x");
        ObjectStore store = open(Quota.of(Plan.FREE))
                .with(new Permissions(
                        Boolean.parseBoolean(row.get(1)),
                        Boolean.parseBoolean(row.get(2)),
                        Boolean.parseBoolean(row.get(3))));
        Callable<Object> action = () -> switch (row.get(4)) {
            case "readBytes(missing key)" -> store.readBytes("missing");
            case "containsKey(missing key)" -> store.containsKey("missing");
            case "containsKey(Jose)" -> store.containsKey("Jose");
            case "delete(missing key)" -> store.delete("missing");
            case "saveBytes(k,[0])" -> store.saveBytes("k", new byte[1]).number() > 0;
            case "getFilePath(missing key)" -> {
                store.saveThrough("missing", path -> Files.writeString(path, "written elsewhere"));
                yield store.readThrough("missing", Files::readString);
            }
            default -> throw new IllegalStateException(row.toString());
        };
        switch (row.get(5)) {
            case "KeyNotFound" ->
                assertThatExceptionOfType(MissingObjectException.class).isThrownBy(action::call);
            case "InvalidOperation" ->
                assertThatExceptionOfType(PermissionDeniedException.class)
                        .isThrownBy(action::call)
                        .withMessageContaining("is not permitted");
            case "path returned" -> assertThat(called(action)).isEqualTo("written elsewhere");
            default -> assertThat(String.valueOf(called(action))).isEqualTo(row.get(5));
        }
        assertThat(open(Quota.of(Plan.FREE)).readText("Jose")).isEqualTo("x");
    }

    private static Object called(Callable<Object> action) {
        try {
            return action.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** OS-073, OS-099, OS-107: what a library writes to a path is saved, whole, and what it does not write is not. */
    @Test
    void what_is_written_to_a_path_is_saved_when_it_is_complete() {
        ObjectStore store = open(Quota.of(Plan.FREE));

        store.saveThrough("Test", path -> Files.writeString(path, "Example text"));

        assertThat(store.readText("Test")).isEqualTo("Example text");
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.saveThrough("test", path -> {}));
        assertThat(store.containsKey("test")).isFalse();
        assertThat(store.delete("Test")).isTrue();
        assertThat(folder.resolve("objects")).isEmptyDirectory();
    }

    /** OS-093: there is nothing to close, and nothing to complain about. */
    @Test
    void a_store_whose_folder_went_away_begins_anew() throws IOException {
        ObjectStore store = open(Quota.of(Plan.FREE));
        store.saveText("k", "x");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }

        assertThat(store.containsKey("k")).isFalse();
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.saveText("k", "y"));
        assertThat(open(Quota.of(Plan.FREE)).keys()).isEmpty();
    }

    /** OS-109, OS-111: files that others put there are not objects, and are left alone. */
    @Test
    void foreign_files_are_no_objects() throws IOException {
        ObjectStore store = open(Quota.of(Plan.FREE));
        Path foreign = Files.writeString(folder.resolve("objects/JoseNew2"), "x");

        assertThat(store.containsKey("JoseNew2")).isFalse();
        assertThat(store.delete("JoseNew2")).isFalse();
        assertThat(foreign).exists();
    }

    /** OS-001, OS-065. */
    @Test
    void what_was_saved_twice_is_listed_once() {
        ObjectStore store = open(Quota.of(Plan.FREE));
        store.saveText("ILove", "Pizza");
        store.saveText("ILove", "Pasta");

        assertThat(store.keys()).containsExactly("ILove");
    }

    /** OS-003, OS-095. */
    @Test
    void the_next_session_finds_what_the_last_one_saved() {
        open(Quota.of(Plan.FREE)).saveText("location-pepe/test/Jose", "a");
        open(Quota.of(Plan.FREE)).saveText("rootFile", "b");

        ObjectStore store = open(Quota.of(Plan.FREE));
        assertThat(store.keys()).containsExactly("location-pepe/test/Jose", "rootFile");
        assertThat(store.delete("location-pepe/test/Jose")).isTrue();
        assertThat(store.delete("rootFile")).isTrue();
        assertThat(open(Quota.of(Plan.FREE)).keys()).isEmpty();
    }

    /** OS-005, OS-007. */
    @Test
    void a_missing_key_is_an_error_to_read_and_none_to_ask_for() {
        ObjectStore store = open(Quota.of(Plan.FREE));

        assertThat(store.containsKey("missing")).isFalse();
        assertThatExceptionOfType(MissingObjectException.class)
                .isThrownBy(() -> store.readBytes("missing"))
                .withMessageContaining("containsKey");
    }

    /** OS-067 to OS-071: LEAN's clear empties a cache; ours means it. */
    @Test
    void clear_removes_what_is_there() {
        ObjectStore store = open(Quota.of(Plan.FREE));
        store.saveText("ILove", "Pizza");

        store.clear();

        assertThat(store.delete("ILove")).isFalse();
        assertThat(open(Quota.of(Plan.FREE)).keys()).isEmpty();
    }

    /** OS-075, OS-129, OS-131: nothing waits for a timer. */
    @Test
    void a_save_is_on_disk_when_it_returns() throws IOException {
        ObjectStore store = open(Quota.of(Plan.FREE));
        store.saveBytes("Pepe", new byte[] {1});

        assertThat(Files.readAllBytes(folder.resolve("objects/%pepe%/0000000001-1")))
                .endsWith((byte) 1);
        store.delete("Pepe");
        assertThat(folder.resolve("objects/%pepe%")).doesNotExist();
        assertThat(store.containsKey("Pepe")).isFalse();
    }

    /** OS-083, OS-113. */
    @Test
    void four_of_five_megabytes_fit() {
        ObjectStore store = open(Quota.of(Plan.FREE));

        store.saveBytes("k", new byte[4 * 1024 * 1024]);

        assertThat(store.usage().bytes()).isEqualTo(4 * 1024 * 1024);
        assertThat(store.quota()).isEqualTo(new Quota(5 * 1024 * 1024, 100));
    }

    /** OS-085. */
    @Test
    void json_comes_back() {
        ObjectStore store = open(Quota.of(Plan.FREE));

        store.saveJson("pair", new Pair(12, 26));

        assertThat(store.readJson("pair", Pair.class)).isEqualTo(new Pair(12, 26));
    }

    /** OS-097, OS-115. */
    @Test
    void the_object_too_many_is_refused_and_all_others_can_be_deleted() {
        ObjectStore store = open(new Quota(1_000, 20));
        for (int i = 0; i < 20; i++) {
            store.saveBytes("file" + i, new byte[1]);
        }

        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> store.saveBytes("breaker", new byte[1]));

        for (int i = 0; i < 20; i++) {
            assertThat(store.delete("file" + i)).isTrue();
        }
    }

    /** OS-119: LEAN returns false and prints a line; ours throws. */
    @Test
    void a_value_too_large_is_an_exception_and_the_old_one_stays() {
        ObjectStore store = open(new Quota(10, 5));
        store.saveText("k", "old");

        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> store.saveText("k", "x".repeat(11)))
                .withMessageContaining("limit: 10 bytes in 5 objects")
                .withMessageContaining("used:  3 bytes in 1 objects");
        assertThat(store.readText("k")).isEqualTo("old");
    }

    /** OS-127: one file where the disk ignores case, with LEAN. */
    @Test
    void keys_of_other_case_are_other_files_on_every_disk() {
        ObjectStore store = open(Quota.of(Plan.FREE));
        store.saveText("Key", "upper");
        store.saveText("key", "lower");

        assertThat(store.readText("Key")).isEqualTo("upper");
        assertThat(folder.resolve("objects/%key%")).isDirectory();
        assertThat(folder.resolve("objects/key%")).isDirectory();
    }

    /** OS-141: text comes back as it was; a mark before JSON is no part of it. */
    @Test
    void a_byte_order_mark_does_no_harm() {
        ObjectStore store = open(Quota.of(Plan.FREE));
        store.saveBytes("k", "\ufeff{\"first\":1,\"second\":2}".getBytes(UTF_8));

        assertThat(store.readText("k")).startsWith("\ufeff{");
        assertThat(store.readJson("k", Pair.class)).isEqualTo(new Pair(1, 2));
    }

    private ObjectStore open(Quota quota) {
        return ObjectStore.newest(
                DiskStore.open(folder, quota), new ManualClock(Instant.parse("2013-10-07T04:00:00Z"), UTC));
    }
}
