package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.trainyard.Plan;
import io.trainyard.time.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What LEAN's object store (commit 24863901) gets wrong, by the numbers of our notes, and that ours does not. */
final class LeanWeaknessesTest {

    private static final Instant MONDAY = Instant.parse("2013-10-07T04:00:00Z");

    @TempDir
    Path parent;

    private final List<String> steps = new ArrayList<>();
    private String failing = "nothing";
    private Path folder = Path.of("");
    private ObjectStore store = open(new MemoryStore(Quota.of(Plan.FREE)));

    record Pair(int first, int second) {}

    private final Disk disk = new Disk() {
        @Override
        void before(String step, Path path) throws IOException {
            steps.add(step);
            if (path.toString().contains(failing)) {
                throw new IOException("Input/output error");
            }
        }
    };

    @BeforeEach
    void openOnDisk() {
        folder = parent.resolve("project");
        store = open(onDisk(Quota.of(Plan.FREE)));
    }

    private DiskStore onDisk(Quota quota) {
        return DiskStore.open(folder, quota, StoreBackendContract.WALL, disk);
    }

    private static ObjectStore open(StoreBackend backend) {
        return ObjectStore.newest(backend, new ManualClock(MONDAY, UTC));
    }

    @Test
    void no_37_path_traversal_on_read_contains_and_delete() throws IOException {
        Path outside = Files.writeString(parent.resolve("outside.txt"), "not yours");
        for (String key : List.of("../outside.txt", "a/../../../outside.txt", outside.toString(), "..\\outside.txt")) {
            assertThatIllegalArgumentException().isThrownBy(() -> store.readBytes(key));
            assertThatIllegalArgumentException().isThrownBy(() -> store.containsKey(key));
            assertThatIllegalArgumentException().isThrownBy(() -> store.delete(key));
            assertThatIllegalArgumentException().isThrownBy(() -> store.saveText(key, "x"));
            assertThatIllegalArgumentException().isThrownBy(() -> store.keys(key));
        }
        assertThat(outside).hasContent("not yours");
    }

    @Test
    void no_38_the_alphabet_of_keys_is_too_narrow() {
        for (String key : List.of("v1.2/model.tar.gz", "a,b+c@d", "2013.10.07/x=1", "a b/c#1$")) {
            store.saveText(key, key);
            assertThat(store.readText(key)).isEqualTo(key);
        }
        // what some disk would take for something else is refused, with what to write
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.saveText("at 10:30", "x"))
                .withMessageContaining("fix:  \"at 10-30\"");
        assertThatIllegalArgumentException().isThrownBy(() -> store.saveText("modèle", "x"));
    }

    @Test
    void no_39_a_save_returns_although_nothing_is_durable() {
        store.saveText("k", "old");
        steps.clear();
        store.saveText("k", "new");
        assertThat(steps).containsSubsequence("write", "sync", "move");
        failing = "draft";

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.saveText("k", "newer"))
                .withMessageContaining("was not saved");

        failing = "nothing";
        assertThat(open(onDisk(Quota.of(Plan.FREE))).readText("k")).isEqualTo("new");
    }

    @Test
    void no_40_writes_are_not_atomic_checked_versioned_or_described() throws IOException {
        store.saveText("k", "one");
        ModelVersion second = store.saveText("k", "two");

        assertThat(store.versions("k")).hasSize(2);
        assertThat(second.savedAt()).isEqualTo(MONDAY);
        assertThat(second.sha256()).hasSize(64);
        Path file = folder.resolve("objects/k%/0000000002-3");
        Files.writeString(file, Files.readString(file).replaceAll("two$", "tvo"));
        assertThatExceptionOfType(DamagedObjectException.class)
                .isThrownBy(() -> store.readText("k"))
                .withMessageContaining("version 1, saved at 2013-10-07T04:00:00Z, is the last good one");
    }

    @Test
    void no_41_a_full_quota_is_quiet_and_can_be_passed_by() {
        ObjectStore small = open(onDisk(new Quota(10, 2)));
        small.saveText("k", "12345678");
        ObjectStore writeOnly = small.with(new Permissions(false, true, false));

        for (ObjectStore one : List.of(small, writeOnly)) {
            assertThatExceptionOfType(QuotaExceededException.class)
                    .isThrownBy(() -> one.saveText("other", "123"))
                    .withMessageContaining("limit: 10 bytes in 2 objects");
        }
        assertThat(small.usage()).isEqualTo(new Usage(8, 1, 0, 0));
    }

    @Test
    void no_42_every_save_looks_at_the_whole_store() {
        store.saveText("first/of/all", "x");
        store.saveText("first/of/all", "x");
        steps.clear();
        store.saveText("first/of/all", "y");
        List<String> among1 = List.copyOf(steps);
        for (int i = 0; i < 60; i++) {
            store.saveText("many/" + i, "x");
        }
        store.saveText("first/of/all", "x");
        steps.clear();

        store.saveText("first/of/all", "z");

        assertThat(steps.stream().filter(step -> !step.equals("create")).toList())
                .hasSizeBetween(among1.size() - 1, among1.size() + 1);
    }

    @Test
    void no_43_arrays_are_shared() {
        byte[] bytes = {1, 2};
        for (ObjectStore one : List.of(store, open(new MemoryStore(Quota.of(Plan.FREE))))) {
            one.saveBytes("k", bytes);
            bytes[0] = 9;
            one.readBytes("k")[1] = 9;

            assertThat(one.readBytes("k")).containsExactly(1, 2);
            bytes[0] = 1;
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void no_44_null_makes_a_key_and_reserved_keys_count() {
        assertThatNullPointerException().isThrownBy(() -> store.saveBytes("k", null));
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.saveThrough("reserved", path -> {}));

        assertThat(store.keys()).isEmpty();
        assertThat(store.usage()).isEqualTo(new Usage(0, 0, 0, 0));
    }

    @Test
    void no_45_xml_claims_another_encoding_and_a_mark_breaks_json() {
        store.saveXml("xml", new Pair(1, 2));
        store.saveBytes("json", "\ufeff{\"first\":1,\"second\":2}".getBytes(UTF_8));

        assertThat(store.readText("xml")).containsIgnoringCase("encoding='UTF-8'");
        assertThat(store.readXml("xml", Pair.class)).isEqualTo(new Pair(1, 2));
        assertThat(store.readJson("json", Pair.class)).isEqualTo(new Pair(1, 2));
    }

    @Test
    void no_46_one_file_that_fails_blocks_the_others() {
        failing = "broken";
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.saveText("broken", "x"));

        store.saveText("fine", "x");

        assertThat(open(onDisk(Quota.of(Plan.FREE))).keys()).containsExactly("fine");
    }

    @Test
    void no_47_of_a_zip_the_first_entry_is_read_only() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : List.of("first", "second")) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(UTF_8));
            }
        }
        store.saveBytes("bars.zip", bytes.toByteArray());

        List<String> entries = store.readThrough("bars.zip", path -> {
            try (ZipFile zip = new ZipFile(path.toFile())) {
                return zip.stream().map(ZipEntry::getName).toList();
            }
        });

        assertThat(entries).containsExactly("first", "second");
    }
}
