package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.trainyard.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every back end does; each passes all of it. */
abstract class StoreBackendContract {

    static final Instant SUNDAY = Instant.parse("2013-10-13T12:00:00Z");
    static final ObjectKey LINE = ObjectKey.of("sunday-trend/line");
    static final ObjectKey OTHER = ObjectKey.of("sunday-trend/other");

    private StoreBackend store;

    /** An empty store of its own. */
    abstract StoreBackend create(Quota quota);

    @BeforeEach
    void createStore() {
        store = create(Quota.of(Plan.FREE));
    }

    @Test
    void reads_what_was_saved() {
        ModelVersion saved = store.commit(LINE, bytes("slope 2"), Birth.at(SUNDAY));

        StoredObject read = store.newest(LINE).orElseThrow();
        assertThat(read.content()).asString().isEqualTo("slope 2");
        assertThat(read.version()).isEqualTo(saved);
        assertThat(store.contains(LINE)).isTrue();
    }

    @Test
    void a_version_carries_where_it_comes_from() {
        Instant friday = Instant.parse("2013-10-11T20:00:00.123456789Z");

        ModelVersion saved =
                store.commit(LINE, bytes("abc"), new Birth(SUNDAY, friday, "fit", Duration.ofNanos(1_234_567_891)));

        assertThat(saved)
                .isEqualTo(new ModelVersion(
                        "sunday-trend/line",
                        1,
                        SUNDAY,
                        friday,
                        "fit",
                        Duration.ofNanos(1_234_567_891),
                        3,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(store.versions(LINE)).containsExactly(saved);
    }

    @Test
    void nothing_is_there_before_the_first_save() {
        assertThat(store.contains(LINE)).isFalse();
        assertThat(store.newest(LINE)).isEmpty();
        assertThat(store.asOf(LINE, SUNDAY)).isEmpty();
        assertThat(store.version(LINE, 1)).isEmpty();
        assertThat(store.versions(LINE)).isEmpty();
        assertThat(store.keys("")).isEmpty();
        assertThat(store.delete(LINE)).isFalse();
        assertThat(store.delete(LINE, SUNDAY)).isFalse();
        assertThat(store.usage()).isEqualTo(new Usage(0, 0, 0, 0));
    }

    @Test
    void an_empty_value_is_a_value() {
        store.commit(LINE, new byte[0], Birth.at(SUNDAY));

        assertThat(store.newest(LINE).orElseThrow().content()).isEmpty();
        assertThat(store.usage()).isEqualTo(new Usage(0, 1, 0, 0));
    }

    @Test
    void every_byte_comes_back() {
        byte[] large = new byte[300_000];
        new Random(1).nextBytes(large);

        store.commit(LINE, large, Birth.at(SUNDAY));

        assertThat(store.newest(LINE).orElseThrow().content()).isEqualTo(large);
    }

    @Test
    void each_save_is_a_version_and_the_last_is_current() {
        store.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        store.commit(LINE, bytes("two!"), Birth.at(SUNDAY.plusSeconds(1)));

        assertThat(store.versions(LINE)).extracting(ModelVersion::number).containsExactly(1L, 2L);
        assertThat(text(store.newest(LINE))).isEqualTo("two!");
        assertThat(text(store.version(LINE, 1))).isEqualTo("one");
        assertThat(store.usage()).isEqualTo(new Usage(4, 1, 3, 1));
    }

    @Test
    void the_highest_number_is_current_whatever_the_market_time() {
        store.commit(LINE, bytes("late"), Birth.at(SUNDAY.plusSeconds(60)));
        store.commit(LINE, bytes("early"), Birth.at(SUNDAY));

        assertThat(text(store.newest(LINE))).isEqualTo("early");
    }

    @Test
    void as_of_sees_what_was_saved_by_then() {
        store.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        store.commit(LINE, bytes("two"), Birth.at(SUNDAY.plusSeconds(60)));

        assertThat(store.asOf(LINE, SUNDAY.minusNanos(1))).isEmpty();
        assertThat(text(store.asOf(LINE, SUNDAY))).isEqualTo("one");
        assertThat(text(store.asOf(LINE, SUNDAY.plusSeconds(60).minusNanos(1)))).isEqualTo("one");
        assertThat(text(store.asOf(LINE, SUNDAY.plusSeconds(60)))).isEqualTo("two");
    }

    @Test
    void as_of_does_not_see_data_of_the_future() {
        store.commit(LINE, bytes("honest"), born(SUNDAY, SUNDAY));
        store.commit(LINE, bytes("leaking"), born(SUNDAY, SUNDAY.plusNanos(1)));

        assertThat(text(store.asOf(LINE, SUNDAY))).isEqualTo("honest");
        assertThat(text(store.asOf(LINE, SUNDAY.plusNanos(1)))).isEqualTo("leaking");
    }

    @Test
    void as_of_takes_the_time_of_saving_first_and_then_the_number() {
        store.commit(LINE, bytes("later time"), Birth.at(SUNDAY.plusSeconds(1)));
        store.commit(LINE, bytes("first"), Birth.at(SUNDAY));
        store.commit(LINE, bytes("second"), Birth.at(SUNDAY));

        assertThat(text(store.asOf(LINE, SUNDAY))).isEqualTo("second");
        assertThat(text(store.asOf(LINE, SUNDAY.plusSeconds(1)))).isEqualTo("later time");
    }

    @Test
    void deleting_takes_all_versions() {
        store.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        store.commit(LINE, bytes("two"), Birth.at(SUNDAY));
        store.commit(OTHER, bytes("stays"), Birth.at(SUNDAY));

        assertThat(store.delete(LINE)).isTrue();

        assertThat(store.contains(LINE)).isFalse();
        assertThat(store.newest(LINE)).isEmpty();
        assertThat(store.versions(LINE)).isEmpty();
        assertThat(store.delete(LINE)).isFalse();
        assertThat(store.usage()).isEqualTo(new Usage(5, 1, 0, 0));
    }

    @Test
    void a_deleted_key_can_be_saved_again() {
        store.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        store.delete(LINE);
        store.commit(LINE, bytes("other size"), Birth.at(SUNDAY.plusSeconds(9)));

        assertThat(text(store.newest(LINE))).isEqualTo("other size");
        assertThat(store.versions(LINE)).extracting(ModelVersion::savedAt).containsExactly(SUNDAY.plusSeconds(9));
    }

    @Test
    void deleting_as_of_spares_the_future() {
        store.commit(LINE, bytes("past"), Birth.at(SUNDAY));
        store.commit(LINE, bytes("future"), Birth.at(SUNDAY.plusSeconds(60)));
        store.commit(LINE, bytes("past again"), Birth.at(SUNDAY));

        assertThat(store.delete(LINE, SUNDAY)).isTrue();

        assertThat(store.asOf(LINE, SUNDAY)).isEmpty();
        assertThat(text(store.newest(LINE))).isEqualTo("future");
        assertThat(store.delete(LINE, SUNDAY)).isFalse();
        assertThat(store.usage()).isEqualTo(new Usage(6, 1, 0, 0));
    }

    @Test
    void keys_are_listed_by_prefix_in_order() {
        for (String key : List.of("b/two", "a", "b", "b/one", "B", "b-2", "bb/x")) {
            store.commit(ObjectKey.of(key), bytes(key), Birth.at(SUNDAY));
        }

        assertThat(store.keys(""))
                .extracting(ObjectKey::value)
                .containsExactly("B", "a", "b", "b-2", "b/one", "b/two", "bb/x");
        assertThat(store.keys("b/")).extracting(ObjectKey::value).containsExactly("b/one", "b/two");
        assertThat(store.keys("b")).hasSize(5);
        assertThat(store.keys("c")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> store.keys("../"));
    }

    @Test
    void keys_that_differ_in_case_or_end_are_different() {
        List<String> keys = List.of("Line", "line", "LINE", "line/x", "line/X", "line/x/y");
        for (String key : keys) {
            store.commit(ObjectKey.of(key), bytes(key), Birth.at(SUNDAY));
        }

        for (String key : keys) {
            assertThat(text(store.newest(ObjectKey.of(key)))).isEqualTo(key);
        }
        assertThat(store.delete(ObjectKey.of("line"))).isTrue();
        assertThat(store.keys("")).hasSize(5);
    }

    @Test
    void arrays_are_not_shared() {
        byte[] content = bytes("before");
        store.commit(LINE, content, Birth.at(SUNDAY));
        content[0] = 'X';
        store.newest(LINE).orElseThrow().content()[1] = 'X';

        assertThat(text(store.newest(LINE))).isEqualTo("before");
    }

    @Test
    void refuses_more_bytes_than_the_quota_and_keeps_the_old_value() {
        StoreBackend small = create(new Quota(10, 2));
        small.commit(LINE, bytes("12345678"), Birth.at(SUNDAY));

        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> small.commit(OTHER, bytes("abc"), Birth.at(SUNDAY)))
                .withMessage("""
                        asked: 3 bytes in a new object, "sunday-trend/other", for which the object store has no room; \
                        what was there stays
                            limit: 10 bytes in 2 objects
                            used:  8 bytes in 1 objects
                            fix:   delete what is no longer needed, save less, or take Plan.FREE (5,242,880 bytes in \
                        100 objects)""");
        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> small.commit(LINE, bytes("12345678901"), Birth.at(SUNDAY)))
                .withMessageStartingWith("asked: 11 bytes in place of 8, \"sunday-trend/line\"");

        assertThat(text(small.newest(LINE))).isEqualTo("12345678");
        assertThat(small.versions(LINE)).hasSize(1);
        assertThat(small.contains(OTHER)).isFalse();
        assertThat(small.usage()).isEqualTo(new Usage(8, 1, 0, 0));
    }

    @Test
    void takes_exactly_what_the_quota_says() {
        StoreBackend small = create(new Quota(10, 2));

        small.commit(LINE, bytes("12345"), Birth.at(SUNDAY));
        small.commit(OTHER, bytes("67890"), Birth.at(SUNDAY));

        assertThat(small.usage()).isEqualTo(new Usage(10, 2, 0, 0));
        assertThat(small.quota()).isEqualTo(new Quota(10, 2));
    }

    @Test
    void refuses_more_objects_than_the_quota_but_replaces() {
        StoreBackend small = create(new Quota(100, 1));
        small.commit(LINE, bytes("a"), Birth.at(SUNDAY));

        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> small.commit(OTHER, bytes(""), Birth.at(SUNDAY)));
        small.commit(LINE, bytes("b"), Birth.at(SUNDAY));

        assertThat(text(small.newest(LINE))).isEqualTo("b");
        small.delete(LINE);
        small.commit(OTHER, bytes("c"), Birth.at(SUNDAY));
        assertThat(small.keys("")).containsExactly(OTHER);
    }

    @Test
    void a_replaced_value_counts_the_difference() {
        StoreBackend small = create(new Quota(10, 5));
        small.commit(LINE, bytes("12345678"), Birth.at(SUNDAY));

        small.commit(LINE, bytes("abcdefghij"), Birth.at(SUNDAY));

        assertThat(text(small.newest(LINE))).isEqualTo("abcdefghij");
    }

    @Test
    void history_takes_what_is_left_and_the_oldest_goes_first() {
        StoreBackend small = create(new Quota(10, 5));
        small.commit(LINE, bytes("111"), Birth.at(SUNDAY));
        small.commit(OTHER, bytes("2"), Birth.at(SUNDAY));
        small.commit(LINE, bytes("333"), Birth.at(SUNDAY));
        small.commit(LINE, bytes("444"), Birth.at(SUNDAY));
        assertThat(small.usage()).isEqualTo(new Usage(4, 2, 6, 2));

        small.commit(OTHER, bytes("22"), Birth.at(SUNDAY));

        assertThat(small.versions(LINE)).extracting(ModelVersion::number).containsExactly(2L, 3L);
        assertThat(small.versions(OTHER)).extracting(ModelVersion::number).containsExactly(1L, 2L);
        assertThat(small.version(LINE, 1)).isEmpty();
        assertThat(small.usage()).isEqualTo(new Usage(5, 2, 4, 2));
    }

    @Test
    void history_never_costs_a_current_value() {
        StoreBackend small = create(new Quota(10, 5));
        small.commit(OTHER, bytes("12345"), Birth.at(SUNDAY));
        for (int i = 0; i < 5; i++) {
            small.commit(LINE, bytes("abcd" + i), Birth.at(SUNDAY));
        }

        assertThat(text(small.newest(OTHER))).isEqualTo("12345");
        assertThat(small.versions(LINE)).extracting(ModelVersion::number).containsExactly(5L);
        assertThat(small.usage()).isEqualTo(new Usage(10, 2, 0, 0));
    }

    @Test
    void the_quota_holds_under_four_threads() throws Exception {
        Quota quota = new Quota(4_000, 12);
        StoreBackend small = create(quota);
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean refused = new AtomicBoolean();

        together(4, thread -> {
            Random random = new Random(thread);
            for (int i = 0; i < 100; i++) {
                ObjectKey key = ObjectKey.of("k/" + random.nextInt(20));
                try {
                    small.commit(key, new byte[random.nextInt(800)], Birth.at(SUNDAY));
                } catch (QuotaExceededException e) {
                    refused.set(true);
                    small.delete(ObjectKey.of("k/" + random.nextInt(20)));
                }
                Usage usage = small.usage();
                if (usage.bytes() + usage.historyBytes() > quota.maxBytes() || usage.objects() > quota.maxObjects()) {
                    over.set(true);
                }
            }
            return true;
        });

        assertThat(refused).isTrue();
        assertThat(over).isFalse();
        assertThat(small.usage()).isEqualTo(counted(small));
    }

    @Test
    void no_reader_sees_half_a_value() throws Exception {
        store.commit(LINE, sealed(0), Birth.at(SUNDAY));

        List<Boolean> whole = together(3, thread -> {
            boolean all = true;
            for (int i = 1; i <= 60; i++) {
                if (thread == 0) {
                    store.commit(LINE, sealed(i), Birth.at(SUNDAY));
                }
                all &= isSealed(store.newest(LINE).orElseThrow().content());
            }
            return all;
        });

        assertThat(whole).containsOnly(true);
    }

    @Test
    void numbers_of_one_key_are_given_once() throws Exception {
        List<List<Long>> numbers = together(4, thread -> {
            List<Long> mine = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                mine.add(store.commit(LINE, bytes(thread + "-" + i), Birth.at(SUNDAY))
                        .number());
            }
            return mine;
        });

        assertThat(numbers.stream().flatMap(List::stream).toList())
                .doesNotHaveDuplicates()
                .hasSize(100);
        assertThat(store.versions(LINE)).hasSize(100);
    }

    static Usage counted(StoreBackend store) {
        long bytes = 0;
        long historyBytes = 0;
        int history = 0;
        for (ObjectKey key : store.keys("")) {
            List<ModelVersion> versions = store.versions(key);
            bytes += versions.get(versions.size() - 1).size();
            historyBytes += versions.subList(0, versions.size() - 1).stream()
                    .mapToLong(ModelVersion::size)
                    .sum();
            history += versions.size() - 1;
        }
        return new Usage(bytes, store.keys("").size(), historyBytes, history);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static String text(Optional<StoredObject> object) {
        return new String(object.orElseThrow().content(), UTF_8);
    }

    private static Birth born(Instant savedAt, @Nullable Instant dataEnd) {
        return new Birth(savedAt, dataEnd, "fit", Duration.ofSeconds(1));
    }

    private static byte[] sealed(int number) {
        byte[] bytes = new byte[20_000];
        java.util.Arrays.fill(bytes, (byte) number);
        return bytes;
    }

    private static boolean isSealed(byte[] bytes) {
        for (byte b : bytes) {
            if (b != bytes[0]) {
                return false;
            }
        }
        return bytes.length == 20_000;
    }

    interface Work<T> {
        T run(int thread) throws Exception;
    }

    static <T> List<T> together(int threads, Work<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                tasks.add(() -> work.run(thread));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
