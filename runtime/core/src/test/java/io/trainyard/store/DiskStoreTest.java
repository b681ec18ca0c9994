package io.trainyard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.trainyard.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiskStoreTest extends StoreBackendContract {

    private static final Quota FREE = Quota.of(Plan.FREE);

    @TempDir
    Path folder;

    @TempDir
    Path contract;

    private int created;

    @Override
    protected StoreBackend create(Quota quota) {
        return DiskStore.open(contract.resolve("store-" + created++), quota, WALL);
    }

    @Test
    void is_all_there_when_opened_again() {
        DiskStore before = open();
        before.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        before.commit(LINE, bytes("two!"), Birth.at(SUNDAY.plusSeconds(1)));
        before.commit(ObjectKey.of("A/b C"), bytes("x"), Birth.at(SUNDAY));

        DiskStore after = open();

        assertThat(after.keys("")).isEqualTo(before.keys(""));
        assertThat(after.versions(LINE)).isEqualTo(before.versions(LINE));
        assertThat(after.usage()).isEqualTo(before.usage()).isEqualTo(new Usage(5, 2, 3, 1));
        assertThat(text(after.newest(LINE))).isEqualTo("two!");
        assertThat(after.commit(LINE, bytes("three"), Birth.at(SUNDAY)).number())
                .isEqualTo(3);
    }

    @Test
    void remembers_which_history_is_the_oldest() throws IOException {
        Quota quota = new Quota(6, 5);
        DiskStore before = DiskStore.open(folder, quota);
        before.commit(OTHER, bytes("1"), Birth.at(SUNDAY));
        before.commit(LINE, bytes("1"), Birth.at(SUNDAY));
        before.commit(LINE, bytes("22"), Birth.at(SUNDAY));
        before.commit(OTHER, bytes("22"), Birth.at(SUNDAY));
        // two files of one tick of the file system's clock would be of one age
        age(before, OTHER, 1, 3_000);
        age(before, LINE, 1, 2_000);

        DiskStore after = DiskStore.open(folder, quota);
        after.commit(LINE, bytes("3"), Birth.at(SUNDAY));

        assertThat(after.version(OTHER, 1)).isEmpty();
        assertThat(after.version(LINE, 1)).isPresent();
    }

    @Test
    void lies_on_disk_as_documented() throws IOException {
        DiskStore store = DiskStore.open(folder, FREE, WALL);
        ObjectKey key = ObjectKey.of("sunday-trend/Line");
        store.commit(key, bytes("slope"), Birth.at(SUNDAY));
        store.commit(Commit.of(key, bytes("worse"), Birth.at(SUNDAY)).asCandidate());
        store.commit(key, bytes("pinned"), Birth.at(SUNDAY));
        store.pin(key, 2, true);
        store.pin(key, 3, true);
        store.commit(OTHER, bytes("x"), Birth.at(SUNDAY));
        store.delete(OTHER);

        assertThat(folder.resolve("gone/sunday-trend/other%/0000000001")).isEmptyFile();
        assertThat(folder.resolve("objects/sunday-trend/%line%/0000000001-5")).hasContent("""
                        trainyard-version 2 324 b6c91e045a0687657dbc06dd8fd656baa3eaeff712757f13f54816dd0b460b37 de91130a
                        {"key":"sunday-trend/Line","number":1,"committedAt":"2026-01-02T03:04:05.678Z","candidate":false,\
                        "pinned":false,"size":5,\
                        "sha256":"fb1acd44962209a65826621210c03c0a72e392169f52c2f208efbf3f272f09a2",\
                        "birth":{"savedAt":"2013-10-13T12:00:00Z","dataEnd":null,"trainedBy":null,"parameters":{},"metrics":{},\
                        "codec":null,"note":""}}
                        slope""");
        assertThat(folder.resolve("objects/sunday-trend/%line%/0000000002-5-candidate-pinned"))
                .exists();
        assertThat(folder.resolve("objects/sunday-trend/%line%/0000000003-6-pinned"))
                .exists();
    }

    @Test
    void a_number_is_never_given_twice_by_a_store_that_is_opened_again_or_by_another_one() throws IOException {
        DiskStore one = open();
        DiskStore two = open();
        for (int number = 1; number <= 6; number++) {
            DiskStore deleting = number % 2 == 0 ? one : two;
            assertThat(one.commit(LINE, bytes("x"), Birth.at(SUNDAY)).number()).isEqualTo(number);
            deleting.delete(LINE);
            assertThat(List.of(one, two, open()))
                    .extracting(store -> store.highest(LINE))
                    .containsOnly((long) number);
        }
        // one file remembers
        try (Stream<Path> files = Files.list(folder.resolve("gone/sunday-trend/line%"))) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("0000000006");
        }
    }

    @Test
    void a_candidate_that_made_room_is_remembered_on_the_disk() {
        Quota quota = new Quota(10, 2);
        DiskStore store = DiskStore.open(folder, quota);
        store.commit(LINE, bytes("old"), Birth.at(SUNDAY));
        store.commit(Commit.of(LINE, bytes("worse"), Birth.at(SUNDAY)).asCandidate());
        store.commit(OTHER, bytes("seven!!"), Birth.at(SUNDAY));

        assertThat(DiskStore.open(folder, quota).highest(LINE)).isEqualTo(2);
    }

    @Test
    void marks_last() {
        DiskStore before = open();
        before.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        before.commit(LINE, bytes("two!"), Birth.at(SUNDAY));
        before.commit(Commit.of(LINE, bytes("worse"), Birth.at(SUNDAY)).asCandidate());
        before.pin(LINE, 1, true);

        DiskStore after = open();

        assertThat(after.versions(LINE)).isEqualTo(before.versions(LINE));
        assertThat(after.list(LINE)).isEqualTo(before.list(LINE));
        assertThat(after.usage()).isEqualTo(before.usage()).isEqualTo(new Usage(4, 1, 8, 2, 3));
        assertThat(text(after.newest(LINE))).isEqualTo("two!");
    }

    @Test
    void a_pin_is_seen_by_other_stores_at_once() {
        DiskStore one = open();
        one.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        DiskStore two = open();
        assertThat(two.versions(LINE)).extracting(ModelVersion::pinned).containsExactly(false);

        one.pin(LINE, 1, true);

        assertThat(two.versions(LINE)).extracting(ModelVersion::pinned).containsExactly(true);
        assertThat(text(two.newest(LINE))).isEqualTo("one");
        two.pin(LINE, 1, false);
        assertThat(text(one.newest(LINE))).isEqualTo("one");
        assertThat(one.list(LINE)).extracting(VersionEntry::pinned).containsExactly(false);
    }

    @Test
    void sweeping_frees_what_a_crash_left_while_the_store_is_open() throws IOException {
        DiskStore store = open();
        store.commit(LINE, bytes("good"), Birth.at(SUNDAY));
        Files.writeString(folder.resolve("tmp/0000000002-9.tmp"), "half");

        assertThat(store.sweep()).isEqualTo(4);

        assertNoDraft();
        assertThat(store.usage()).isEqualTo(new Usage(4, 1, 0, 0));
    }

    @Test
    void a_check_names_what_is_damaged_and_the_last_good_version() throws IOException {
        DiskStore store = open();
        for (String text : List.of("one", "two", "three")) {
            store.commit(LINE, bytes(text), Birth.at(SUNDAY));
        }
        store.commit(OTHER, bytes("fine"), Birth.at(SUNDAY));
        damage(store, LINE, 3);
        Files.writeString(file(store, LINE, 1), "");

        StoreCheck check = StoreCheck.of(open(), "");

        assertThat(check.versions()).isEqualTo(2);
        assertThat(check.bytes()).isEqualTo(7);
        assertThat(check.findings())
                .extracting(StoreCheck.Finding::number, StoreCheck.Finding::current, found -> found.lastGood() != null)
                .containsExactly(tuple(1L, false, false), tuple(3L, true, true));
    }

    @Test
    void leaves_no_trace_of_deleted_keys_but_their_highest_number() throws IOException {
        DiskStore store = open();
        store.commit(ObjectKey.of("a/b/c"), bytes("x"), Birth.at(SUNDAY));
        store.commit(ObjectKey.of("a/d"), bytes("x"), Birth.at(SUNDAY));

        store.delete(ObjectKey.of("a/b/c"));
        assertThat(folder.resolve("objects/a/b")).doesNotExist();
        store.delete(ObjectKey.of("a/d"));

        assertThat(folder.resolve("objects")).isEmptyDirectory();
        assertNoDraft();
    }

    @Test
    void sweeps_what_a_crash_left_over() throws IOException {
        open().commit(LINE, bytes("good"), Birth.at(SUNDAY));
        Files.writeString(folder.resolve("tmp/0000000002-9.tmp"), "half");
        Files.createDirectories(folder.resolve("objects/half/made/key%"));

        DiskStore store = open();

        assertNoDraft();
        assertThat(folder.resolve("objects/half")).doesNotExist();
        assertThat(store.keys("")).containsExactly(LINE);
        assertThat(store.usage()).isEqualTo(new Usage(4, 1, 0, 0));
    }

    @Test
    void leaves_files_alone_that_it_did_not_make() throws IOException {
        open().commit(LINE, bytes("good"), Birth.at(SUNDAY));
        Path foreign = Files.writeString(folder.resolve("objects/.DS_Store"), "x");
        Path near = Files.writeString(folder.resolve("objects/sunday-trend/line%/notes.txt"), "x");
        Path lost = Files.writeString(folder.resolve("objects/sunday-trend/0000000001-1"), "x");

        assertThat(open().usage()).isEqualTo(new Usage(4, 1, 0, 0));
        assertThat(List.of(foreign, near, lost)).allMatch(Files::exists);
    }

    @Test
    void a_flipped_bit_is_found_wherever_it_is() throws IOException {
        open().commit(LINE, bytes("first"), Birth.at(SUNDAY));
        Path file = only(open(), LINE);
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 << (i % 8));
            Files.write(file, damaged);

            int at = i;
            assertThatExceptionOfType(DamagedObjectException.class)
                    .as("bit flipped in byte %d", at)
                    .isThrownBy(() -> open().newest(LINE))
                    .withMessageContaining("version 1 of \"sunday-trend/line\" is damaged and was not read")
                    .withMessageContaining("train again");
        }
    }

    @Test
    void a_file_cut_short_is_found_wherever_it_ends() throws IOException {
        open().commit(LINE, bytes("first"), Birth.at(SUNDAY));
        Path file = only(open(), LINE);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatExceptionOfType(DamagedObjectException.class)
                    .as("cut to %d bytes", length)
                    .isThrownBy(() -> open().newest(LINE));
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThatExceptionOfType(DamagedObjectException.class).isThrownBy(() -> open().newest(LINE));
    }

    @Test
    void damage_names_the_last_good_version() throws IOException {
        DiskStore store = open();
        for (String text : List.of("one", "two", "three", "four")) {
            store.commit(LINE, bytes(text), Birth.at(SUNDAY));
        }
        damage(store, LINE, 4);
        damage(store, LINE, 3);

        assertThatExceptionOfType(DamagedObjectException.class)
                .isThrownBy(() -> store.newest(LINE))
                .withMessageContaining("do not match their CRC-32C checksum")
                .withMessageContaining("version 2, saved at 2013-10-13T12:00:00Z, is the last good one")
                .satisfies(e -> {
                    assertThat(e.key()).isEqualTo("sunday-trend/line");
                    assertThat(e.number()).isEqualTo(4);
                    assertThat(text(store.version(
                                    LINE, e.lastGood().orElseThrow().number())))
                            .isEqualTo("two");
                });
    }

    @Test
    void what_is_offered_for_a_damaged_version_could_be_seen_then() throws IOException {
        DiskStore store = open();
        store.commit(LINE, bytes("past"), Birth.at(SUNDAY));
        store.commit(LINE, bytes("future"), Birth.at(SUNDAY.plusSeconds(60)));
        store.commit(LINE, bytes("damaged"), Birth.at(SUNDAY));
        damage(store, LINE, 3);

        assertThatExceptionOfType(DamagedObjectException.class)
                .isThrownBy(() -> store.asOf(LINE, SUNDAY))
                .satisfies(e -> assertThat(e.lastGood().orElseThrow().number()).isEqualTo(1));
    }

    @Test
    void a_version_under_another_name_is_damage() throws IOException {
        DiskStore store = open();
        store.commit(LINE, bytes("line"), Birth.at(SUNDAY));
        store.commit(OTHER, bytes("othr"), Birth.at(SUNDAY));
        Files.copy(only(store, OTHER), only(store, LINE), StandardCopyOption.REPLACE_EXISTING);

        assertThatExceptionOfType(DamagedObjectException.class)
                .isThrownBy(() -> open().newest(LINE))
                .withMessageContaining("belongs to version 1 of \"sunday-trend/other\"");
    }

    @Test
    void a_damaged_key_can_be_deleted() throws IOException {
        DiskStore store = open();
        store.commit(LINE, bytes("line"), Birth.at(SUNDAY));
        Files.writeString(only(store, LINE), "");

        assertThat(open().delete(LINE)).isTrue();
        assertThat(open().keys("")).isEmpty();
    }

    @Test
    void two_stores_on_one_folder_see_each_other_at_once() {
        DiskStore one = open();
        DiskStore two = open();

        one.commit(LINE, bytes("from one"), Birth.at(SUNDAY));
        assertThat(text(two.newest(LINE))).isEqualTo("from one");
        assertThat(two.commit(LINE, bytes("from two"), Birth.at(SUNDAY)).number())
                .isEqualTo(2);
        assertThat(text(one.newest(LINE))).isEqualTo("from two");
        assertThat(one.versions(LINE)).isEqualTo(two.versions(LINE)).hasSize(2);
        assertThat(two.delete(LINE)).isTrue();
        assertThat(one.contains(LINE)).isFalse();
        one.commit(LINE, bytes("replaced"), Birth.at(SUNDAY.plusSeconds(5)));
        assertThat(two.versions(LINE)).extracting(ModelVersion::savedAt).containsExactly(SUNDAY.plusSeconds(5));
        assertThat(one.usage()).isEqualTo(two.usage()).isEqualTo(new Usage(8, 1, 0, 0));
    }

    @Test
    void two_stores_on_one_folder_lose_nothing_under_two_threads() throws Exception {
        Quota quota = new Quota(1_000_000, 50);
        List<DiskStore> stores = List.of(DiskStore.open(folder, quota), DiskStore.open(folder, quota));

        together(2, thread -> {
            DiskStore mine = stores.get(thread);
            for (int i = 0; i < 100; i++) {
                mine.commit(LINE, bytes(thread + "-" + i), Birth.at(SUNDAY));
                mine.commit(ObjectKey.of("own/" + thread + "/" + i % 10), bytes("x"), Birth.at(SUNDAY));
                if (i % 7 == 0) {
                    mine.delete(ObjectKey.of("own/" + thread + "/" + i % 10));
                }
            }
            return true;
        });

        assertThat(stores.get(0).versions(LINE)).hasSize(200);
        DiskStore fresh = DiskStore.open(folder, quota);
        for (DiskStore store : stores) {
            assertThat(store.versions(LINE)).isEqualTo(fresh.versions(LINE));
            assertThat(store.keys("")).isEqualTo(fresh.keys(""));
            assertThat(store.usage()).isEqualTo(fresh.usage()).isEqualTo(counted(fresh));
        }
    }

    @Test
    void two_stores_share_one_quota() throws Exception {
        Quota quota = new Quota(2_000, 6);
        List<DiskStore> stores = List.of(DiskStore.open(folder, quota), DiskStore.open(folder, quota));

        List<Boolean> within = together(2, thread -> {
            boolean all = true;
            for (int i = 0; i < 100; i++) {
                ObjectKey key = ObjectKey.of("k" + (i * 7 + thread) % 9);
                try {
                    stores.get(thread).commit(key, new byte[i * 13 % 400], Birth.at(SUNDAY));
                } catch (QuotaExceededException e) {
                    stores.get(thread).delete(ObjectKey.of("k" + i % 9));
                }
                Usage usage = stores.get(thread).usage();
                all &= usage.bytes() + usage.historyBytes() <= 2_000 && usage.objects() <= 6;
            }
            return all;
        });

        assertThat(within).containsOnly(true);
        assertThat(DiskStore.open(folder, quota).usage())
                .isEqualTo(stores.get(0).usage())
                .isEqualTo(stores.get(1).usage());
    }

    @Test
    void who_looks_at_everything_while_another_one_commits_never_sees_more_than_the_quota() {
        Quota quota = new Quota(10, 5);
        List<Usage> seen = new ArrayList<>();
        List<List<VersionEntry>> lists = new ArrayList<>();
        AtomicReference<@Nullable DiskStore> observer = new AtomicReference<>();
        Disk watched = new Disk() {
            @Override
            void before(String step, Path path) throws IOException {
                DiskStore looking = observer.get();
                if (looking != null && (step.equals("delete") || step.equals("append"))) {
                    // without its place in the changes it has to look at everything
                    Files.copy(folder.resolve("changes"), folder.resolve("kept"), StandardCopyOption.REPLACE_EXISTING);
                    Files.delete(folder.resolve("changes"));
                    seen.add(looking.usage());
                    lists.add(looking.list(OTHER));
                    Files.move(folder.resolve("kept"), folder.resolve("changes"));
                }
            }
        };
        DiskStore writer = DiskStore.open(folder, quota, WALL, watched);
        for (String text : List.of("111", "222", "333")) {
            writer.commit(LINE, bytes(text), Birth.at(SUNDAY));
        }
        writer.commit(OTHER, bytes("4"), Birth.at(SUNDAY));
        DiskStore reader = DiskStore.open(folder, quota);
        assertThat(reader.usage()).isEqualTo(new Usage(4, 2, 6, 2));
        observer.set(reader);

        writer.commit(OTHER, bytes("5555"), Birth.at(SUNDAY));

        assertThat(seen)
                .hasSizeGreaterThan(2)
                .allSatisfy(usage ->
                        assertThat(usage.bytes() + usage.historyBytes()).isLessThanOrEqualTo(quota.maxBytes()));
        // what is about to go is hidden at once, and nothing else
        assertThat(seen).containsOnly(new Usage(7, 2, 1, 1));
        assertThat(lists).allSatisfy(list -> assertThat(list).hasSize(2));
        observer.set(null);
        assertThat(reader.usage()).isEqualTo(writer.usage()).isEqualTo(counted(writer));
    }

    @Test
    void a_large_save_is_summed_up_beside_and_read_back_by_others() {
        byte[] large = new byte[3 * Checksum.MANY + 17];
        new Random(3).nextBytes(large);

        ModelVersion saved = open().commit(LINE, large, Birth.at(SUNDAY));

        assertThat(saved.sha256()).isEqualTo(Sha256.of(large));
        DiskStore other = open();
        for (int i = 0; i < 2; i++) {
            StoredObject read = other.newest(LINE).orElseThrow();
            assertThat(read.version()).isEqualTo(saved);
            assertThat(read.content()).isEqualTo(large);
        }
    }

    @Test
    void a_flipped_bit_is_found_by_who_has_read_the_version_before() throws IOException {
        for (int size : List.of(5, 50_000)) {
            ObjectKey key = ObjectKey.of("size-" + size);
            DiskStore store = open();
            store.commit(key, new byte[size], Birth.at(SUNDAY));
            assertThat(store.newest(key)).isPresent();
            Path file = only(store, key);
            byte[] whole = Files.readAllBytes(file);
            for (int i = 0; i < whole.length; i += 1 + size / 40) {
                byte[] damaged = whole.clone();
                damaged[i] ^= (byte) (1 << (i % 8));
                Files.write(file, damaged);
                assertThatExceptionOfType(DamagedObjectException.class)
                        .as("bit flipped in byte %d", i)
                        .isThrownBy(() -> store.newest(key));
            }
            for (int length : List.of(0, 100, whole.length - 1, whole.length + 1)) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertThatExceptionOfType(DamagedObjectException.class)
                        .as("%d bytes", length)
                        .isThrownBy(() -> store.newest(key));
            }
            Files.write(file, whole);
            assertThat(store.newest(key)).isPresent();
        }
    }

    @Test
    void who_follows_a_writer_that_died_halfway_looks_again() throws IOException {
        DiskStore reader = open();
        DiskStore writer = open();
        writer.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        assertThat(reader.versions(LINE)).hasSize(1);
        // as if a third process had put version 2 in place, and died before it told anybody
        Path elsewhere = contract.resolve("elsewhere");
        copy(folder, elsewhere);
        DiskStore.open(elsewhere, FREE).commit(LINE, bytes("two"), Birth.at(SUNDAY));
        Files.copy(
                elsewhere.resolve("objects/sunday-trend/line%/0000000002-3"),
                folder.resolve("objects/sunday-trend/line%/0000000002-3"));
        Files.writeString(folder.resolve("lock"), "w");
        Files.writeString(folder.resolve("changes"), Files.readString(folder.resolve("changes")) + "sunday-tr");

        ModelVersion third = writer.commit(LINE, bytes("three"), Birth.at(SUNDAY));

        assertThat(third.number()).isEqualTo(3);
        assertThat(reader.versions(LINE)).extracting(ModelVersion::number).containsExactly(1L, 2L, 3L);
        assertThat(folder.resolve("lock")).hasContent("-");
    }

    @Test
    void the_file_of_changes_starts_anew_and_nobody_misses_any() throws IOException {
        ChangeLog writer = new ChangeLog(folder.resolve("changes"), new Disk(), 200);
        ChangeLog reader = new ChangeLog(folder.resolve("changes"), new Disk(), 200);
        writer.poll();
        reader.poll();
        boolean startedAnew = false;
        for (int i = 0; i < 100; i++) {
            ObjectKey key = ObjectKey.of("key/" + i);
            writer.append(List.of(key));

            ChangeLog.News news = reader.poll();

            assertThat(news.everything() || news.keys().contains(key.value())).isTrue();
            startedAnew |= i > 0 && news.everything();
            assertThat(reader.poll()).isEqualTo(ChangeLog.News.NONE);
            assertThat(writer.poll()).isEqualTo(ChangeLog.News.NONE);
            assertThat(Files.size(folder.resolve("changes"))).isLessThan(300);
        }
        assertThat(startedAnew).isTrue();
    }

    @Test
    void an_interrupt_waits_until_the_save_is_done() {
        DiskStore store = open();
        Thread.currentThread().interrupt();

        ModelVersion saved = store.commit(LINE, bytes("whole"), Birth.at(SUNDAY));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.newest(LINE).orElseThrow().version()).isEqualTo(saved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tmp", "objects/sunday-trend"})
    void a_save_that_fails_changes_nothing(String obstacle) throws IOException {
        DiskStore store = open();
        store.commit(ObjectKey.of("old"), bytes("stays"), Birth.at(SUNDAY));
        // a file where a folder must be, so that writing fails for every user
        if (Files.exists(folder.resolve(obstacle))) {
            try (Stream<Path> files = Files.list(folder.resolve(obstacle))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder.resolve(obstacle));
        }
        Files.writeString(folder.resolve(obstacle), "in the way");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.commit(LINE, bytes("new"), Birth.at(SUNDAY)))
                .withMessageContaining("\"sunday-trend/line\" was not saved, and what was there stays")
                .withMessageContaining("fix:  ");

        assertThat(store.contains(LINE)).isFalse();
        assertThat(text(store.newest(ObjectKey.of("old")))).isEqualTo("stays");
        assertThat(store.usage()).isEqualTo(new Usage(5, 1, 0, 0));
        Files.delete(folder.resolve(obstacle));
        store.commit(LINE, bytes("new"), Birth.at(SUNDAY));
        assertThat(text(open().newest(LINE))).isEqualTo("new");
        assertNoDraft();
    }

    @Test
    void a_folder_that_cannot_be_one_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> DiskStore.open(file, FREE))
                .withMessageContaining("cannot be opened")
                .withMessageContaining("fix:  ");
    }

    @Test
    void a_lowered_quota_refuses_growth_only() {
        DiskStore roomy = open();
        roomy.commit(LINE, bytes("12345678"), Birth.at(SUNDAY));
        roomy.commit(OTHER, bytes("1234"), Birth.at(SUNDAY));

        DiskStore tight = DiskStore.open(folder, new Quota(10, 1));

        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> tight.commit(LINE, bytes("123456789"), Birth.at(SUNDAY)));
        tight.commit(LINE, bytes("abcdefgh"), Birth.at(SUNDAY));
        assertThat(text(tight.newest(LINE))).isEqualTo("abcdefgh");
        assertThat(tight.usage()).isEqualTo(new Usage(12, 2, 0, 0));
    }

    private void assertNoDraft() throws IOException {
        try (Stream<Path> drafts = Files.list(folder.resolve("tmp"))) {
            assertThat(drafts.toList())
                    .allSatisfy(
                            draft -> assertThat(draft.getFileName().toString()).startsWith("draft-"))
                    .allSatisfy(draft -> assertThat(draft).isEmptyFile());
        }
    }

    private DiskStore open() {
        return DiskStore.open(folder, FREE);
    }

    private Path only(DiskStore store, ObjectKey key) {
        return file(store, key, 1);
    }

    private Path file(DiskStore store, ObjectKey key, long number) {
        VersionEntry entry = store.list(key).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow();
        VersionName name = new VersionName(number, entry.size(), entry.candidate(), entry.pinned());
        return new KeyFolders(folder.resolve("objects")).folder(key).resolve(name.toString());
    }

    private void damage(DiskStore store, ObjectKey key, long number) throws IOException {
        Path file = file(store, key, number);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }

    private void age(DiskStore store, ObjectKey key, long number, long millis) throws IOException {
        Path file = file(store, key, number);
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - millis));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
