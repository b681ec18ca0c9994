package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.trainyard.Plan;
import io.trainyard.time.WallClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every back end does; each passes all of it. Other modules take it from the test jar of the core. */
public abstract class StoreBackendContract {

    /** The wall-clock time of all commits. */
    protected static final WallClock WALL = () -> Instant.parse("2026-01-02T03:04:05.678Z");

    static final Instant SUNDAY = Instant.parse("2013-10-13T12:00:00Z");
    static final ObjectKey LINE = ObjectKey.of("sunday-trend/line");
    static final ObjectKey OTHER = ObjectKey.of("sunday-trend/other");

    private StoreBackend store;

    /** An empty store of its own, which dates its commits by {@link #WALL}. */
    protected abstract StoreBackend create(Quota quota);

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
        Birth birth = new Birth(
                SUNDAY,
                friday,
                new TrainedBy("fit", "run-17", SUNDAY.minusNanos(1), SUNDAY, Duration.ofNanos(1_234_567_891), "f00d"),
                new TreeMap<>(Map.of("seed", "42", "\u00e4 \"quoted\"\n", "\u4e2d\ud83d\ude00")),
                new TreeMap<>(Map.of("sharpe", 1.25, "loss", Double.NaN, "best", Double.NEGATIVE_INFINITY)),
                "json",
                "first try");

        ModelVersion saved = store.commit(LINE, bytes("abc"), birth);

        assertThat(saved)
                .isEqualTo(new ModelVersion(
                        "sunday-trend/line",
                        1,
                        birth,
                        WALL.now(),
                        false,
                        false,
                        3,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(store.versions(LINE)).containsExactly(saved);
        assertThat(store.manifest(LINE, 1)).contains(saved);
        assertThat(store.head(LINE)).contains(saved);
        assertThat(store.newest(LINE).orElseThrow().version()).isEqualTo(saved);
        assertThat(store.list(LINE)).containsExactly(new VersionEntry(1, 3, false, false));
    }

    @Test
    void what_nobody_knows_stays_unknown() {
        ModelVersion saved = store.commit(LINE, bytes("abc"), Birth.at(SUNDAY));

        ModelVersion read = store.versions(LINE).get(0);
        assertThat(read).isEqualTo(saved);
        assertThat(read.training()).isNull();
        assertThat(read.lastData()).isEmpty();
        assertThat(read.birth().parameters()).isEmpty();
        assertThat(read.birth().note()).isEmpty();
    }

    @Test
    void nothing_is_there_before_the_first_save() {
        assertThat(store.contains(LINE)).isFalse();
        assertThat(store.newest(LINE)).isEmpty();
        assertThat(store.asOf(LINE, SUNDAY)).isEmpty();
        assertThat(store.version(LINE, 1)).isEmpty();
        assertThat(store.manifest(LINE, 1)).isEmpty();
        assertThat(store.head(LINE)).isEmpty();
        assertThat(store.versions(LINE)).isEmpty();
        assertThat(store.list(LINE)).isEmpty();
        assertThat(store.keys("")).isEmpty();
        assertThat(store.delete(LINE)).isFalse();
        assertThat(store.delete(LINE, Set.of(1L))).isFalse();
        assertThat(store.pin(LINE, 1, true)).isFalse();
        assertThat(store.sweep()).isZero();
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
    void single_versions_can_be_deleted() {
        for (String text : List.of("one", "two!", "three", "four!!")) {
            store.commit(LINE, bytes(text), Birth.at(SUNDAY));
        }

        assertThat(store.delete(LINE, Set.of(1L, 4L, 9L))).isTrue();

        assertThat(store.version(LINE, 4)).isEmpty();
        assertThat(text(store.newest(LINE))).isEqualTo("three");
        assertThat(text(store.asOf(LINE, SUNDAY))).isEqualTo("three");
        assertThat(store.usage()).isEqualTo(new Usage(5, 1, 4, 1));
        assertThat(store.delete(LINE, Set.of(4L))).isFalse();
        assertThat(store.delete(LINE, Set.of())).isFalse();
        assertThat(store.delete(LINE, Set.of(2L, 3L))).isTrue();
        assertThat(store.keys("")).isEmpty();
    }

    @Test
    void as_of_with_an_embargo_waits_until_it_is_over() {
        store.commit(LINE, bytes("undated"), Birth.at(SUNDAY));
        store.commit(LINE, bytes("dated"), born(SUNDAY, SUNDAY.minusSeconds(10)));

        assertThat(text(store.asOf(LINE, SUNDAY, Duration.ofSeconds(10)))).isEqualTo("dated");
        assertThat(text(store.asOf(LINE, SUNDAY, Duration.ofSeconds(10).plusNanos(1))))
                .isEqualTo("undated");
        assertThat(text(store.asOf(
                        LINE, SUNDAY.plusNanos(1), Duration.ofSeconds(10).plusNanos(1))))
                .isEqualTo("dated");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.asOf(LINE, SUNDAY, Duration.ofNanos(-1)))
                .withMessageContaining("embargo");
    }

    @Test
    void a_candidate_is_kept_and_never_seen() {
        store.commit(LINE, bytes("champion"), Birth.at(SUNDAY));

        ModelVersion refused =
                store.commit(Commit.of(LINE, bytes("worse"), Birth.at(SUNDAY)).asCandidate());

        assertThat(refused.number()).isEqualTo(2);
        assertThat(refused.candidate()).isTrue();
        assertThat(text(store.version(LINE, 2))).isEqualTo("worse");
        assertThat(store.versions(LINE)).last().isEqualTo(refused);
        assertThat(text(store.newest(LINE))).isEqualTo("champion");
        assertThat(store.head(LINE).orElseThrow().number()).isEqualTo(1);
        assertThat(text(store.asOf(LINE, SUNDAY.plusSeconds(99)))).isEqualTo("champion");
        assertThat(store.usage()).isEqualTo(new Usage(8, 1, 5, 1));
        assertThat(store.commit(LINE, bytes("next"), Birth.at(SUNDAY)).number()).isEqualTo(3);
    }

    @Test
    void a_key_with_candidates_only_has_no_value() {
        store.commit(Commit.of(LINE, bytes("worse"), Birth.at(SUNDAY)).asCandidate());

        assertThat(store.contains(LINE)).isFalse();
        assertThat(store.newest(LINE)).isEmpty();
        assertThat(store.head(LINE)).isEmpty();
        assertThat(store.asOf(LINE, SUNDAY)).isEmpty();
        assertThat(store.keys("")).containsExactly(LINE);
        assertThat(store.usage()).isEqualTo(new Usage(0, 1, 5, 1));
        assertThat(store.delete(LINE)).isTrue();
        assertThat(store.usage()).isEqualTo(new Usage(0, 0, 0, 0));
    }

    @Test
    void deleting_the_current_version_passes_over_candidates() {
        store.commit(LINE, bytes("old"), Birth.at(SUNDAY));
        store.commit(Commit.of(LINE, bytes("worse"), Birth.at(SUNDAY)).asCandidate());
        store.commit(LINE, bytes("newest"), Birth.at(SUNDAY));

        store.delete(LINE, Set.of(3L));

        assertThat(text(store.newest(LINE))).isEqualTo("old");
        assertThat(store.usage()).isEqualTo(new Usage(3, 1, 5, 1));
    }

    @Test
    void saves_if_the_expected_version_is_current() {
        store.commit(Commit.of(LINE, bytes("one"), Birth.at(SUNDAY)).expecting(0));
        store.commit(Commit.of(LINE, bytes("worse"), Birth.at(SUNDAY)).asCandidate());
        ModelVersion third =
                store.commit(Commit.of(LINE, bytes("two!"), Birth.at(SUNDAY)).expecting(1));

        assertThat(third.number()).isEqualTo(3);
        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> store.commit(
                        Commit.of(LINE, bytes("late"), Birth.at(SUNDAY)).expecting(1)))
                .satisfies(e -> {
                    assertThat(e.key()).isEqualTo("sunday-trend/line");
                    assertThat(e.expected()).isEqualTo(1);
                    assertThat(e.found()).isEqualTo(3);
                })
                .withMessage("""
                        "sunday-trend/line" was not saved, and what was there stays
                            why:  version 1 was to be replaced, and version 3 is the current one
                            fix:  read what is there now, decide again, and save expecting 3
                            more: the javadoc of io.trainyard.store.Commit""");
        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> store.commit(
                        Commit.of(LINE, bytes("late"), Birth.at(SUNDAY)).expecting(0)));
        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> store.commit(
                        Commit.of(OTHER, bytes("late"), Birth.at(SUNDAY)).expecting(1)));
        assertThat(text(store.newest(LINE))).isEqualTo("two!");
        assertThat(store.keys("")).containsExactly(LINE);
        assertThat(store.usage()).isEqualTo(new Usage(4, 1, 8, 2));
    }

    @Test
    void of_four_threads_that_count_together_none_loses_a_step() throws Exception {
        together(4, thread -> {
            for (int i = 0; i < 15; i++) {
                while (!countOne()) {
                    // another one came first
                    Thread.onSpinWait();
                }
            }
            return true;
        });

        assertThat(text(store.newest(LINE))).isEqualTo("60");
    }

    private boolean countOne() {
        Optional<StoredObject> now = store.newest(LINE);
        int count = now.isEmpty() ? 0 : Integer.parseInt(text(now));
        long number = now.map(object -> object.version().number()).orElse(0L);
        try {
            store.commit(Commit.of(LINE, bytes(String.valueOf(count + 1)), Birth.at(SUNDAY))
                    .expecting(number));
            return true;
        } catch (VersionConflictException e) {
            return false;
        }
    }

    @Test
    void a_pinned_version_says_so_and_cannot_be_deleted() {
        store.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        store.commit(LINE, bytes("two!"), Birth.at(SUNDAY));

        assertThat(store.pin(LINE, 1, true)).isTrue();
        assertThat(store.pin(LINE, 1, true)).isTrue();
        assertThat(store.pin(LINE, 7, true)).isFalse();

        assertThat(store.versions(LINE)).extracting(ModelVersion::pinned).containsExactly(true, false);
        assertThat(store.version(LINE, 1).orElseThrow().version().pinned()).isTrue();
        assertThat(store.list(LINE)).extracting(VersionEntry::pinned).containsExactly(true, false);
        assertThat(store.usage()).isEqualTo(new Usage(4, 1, 3, 1, 3));
        assertThatExceptionOfType(PinnedVersionException.class)
                .isThrownBy(() -> store.delete(LINE))
                .withMessageContaining("version 1 is pinned");
        assertThat(store.versions(LINE)).hasSize(2);
        assertThat(store.delete(LINE, Set.of(2L))).isTrue();
        assertThat(store.usage()).isEqualTo(new Usage(3, 1, 0, 0));
        assertThat(store.pin(LINE, 1, false)).isTrue();
        assertThat(store.delete(LINE)).isTrue();
    }

    @Test
    void pinned_history_is_never_dropped_for_room() {
        StoreBackend small = create(new Quota(10, 5));
        small.commit(LINE, bytes("111"), Birth.at(SUNDAY));
        small.pin(LINE, 1, true);
        small.commit(LINE, bytes("222"), Birth.at(SUNDAY));
        small.commit(LINE, bytes("333"), Birth.at(SUNDAY));
        assertThat(small.usage()).isEqualTo(new Usage(3, 1, 6, 2, 3));

        small.commit(LINE, bytes("4444444"), Birth.at(SUNDAY));

        assertThat(small.versions(LINE)).extracting(ModelVersion::number).containsExactly(1L, 4L);
        assertThat(small.usage()).isEqualTo(new Usage(7, 1, 3, 1, 3));
        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> small.commit(LINE, bytes("55555555"), Birth.at(SUNDAY)))
                .withMessage("""
                        asked: 8 bytes in place of 7, "sunday-trend/line", for which the object store has no room; \
                        what was there stays
                            limit: 10 bytes in 5 objects
                            used:  7 bytes in 1 objects, and 3 bytes of pinned history
                            fix:   delete what is no longer needed, unpin, save less, or take Plan.FREE \
                        (5,242,880 bytes in 100 objects)""");
        assertThat(text(small.newest(LINE))).isEqualTo("4444444");
    }

    @Test
    void a_pinned_current_version_stays_when_it_is_replaced() {
        StoreBackend small = create(new Quota(10, 5));
        small.commit(LINE, bytes("champion"), Birth.at(SUNDAY));
        small.pin(LINE, 1, true);

        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> small.commit(LINE, bytes("333"), Birth.at(SUNDAY)));
        small.commit(LINE, bytes("22"), Birth.at(SUNDAY));

        assertThat(text(small.version(LINE, 1))).isEqualTo("champion");
        assertThat(small.usage()).isEqualTo(new Usage(2, 1, 8, 1, 8));
    }

    @Test
    void a_candidate_takes_the_room_of_history_and_no_more() {
        StoreBackend small = create(new Quota(10, 1));
        small.commit(LINE, bytes("old"), Birth.at(SUNDAY));
        small.commit(LINE, bytes("current"), Birth.at(SUNDAY));

        small.commit(Commit.of(LINE, bytes("no"), Birth.at(SUNDAY)).asCandidate());

        assertThat(small.versions(LINE)).extracting(ModelVersion::number).containsExactly(2L, 3L);
        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> small.commit(
                        Commit.of(LINE, bytes("long"), Birth.at(SUNDAY)).asCandidate()))
                .withMessageStartingWith("asked: 4 bytes as a candidate, \"sunday-trend/line\"");
        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> small.commit(
                        Commit.of(OTHER, bytes(""), Birth.at(SUNDAY)).asCandidate()));
        assertThat(small.usage()).isEqualTo(new Usage(7, 1, 2, 1));
    }

    @Test
    void copies_keep_their_numbers_times_and_marks() {
        store.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        store.commit(LINE, bytes("two"), Birth.at(SUNDAY));
        store.pin(LINE, 2, true);
        store.commit(Commit.of(LINE, bytes("worse"), Birth.at(SUNDAY)).asCandidate());
        StoreBackend other = create(Quota.of(Plan.FREE));

        for (ModelVersion version : store.versions(LINE).subList(1, 3)) {
            byte[] content = store.version(LINE, version.number()).orElseThrow().content();
            assertThat(other.commit(Commit.copy(version, content))).isEqualTo(version);
        }

        assertThat(other.versions(LINE)).isEqualTo(store.versions(LINE).subList(1, 3));
        assertThat(text(other.newest(LINE))).isEqualTo("two");
        ModelVersion first = store.versions(LINE).get(0);
        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> other.commit(Commit.copy(first, bytes("one"))))
                .withMessageContaining("version 1 of \"sunday-trend/line\" was not copied");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Commit.copy(first, bytes("forged")))
                .withMessageContaining("checksum");
        assertThat(other.commit(LINE, bytes("x"), Birth.at(SUNDAY)).number()).isEqualTo(4);
    }

    @Test
    void the_head_changes_with_each_change_and_only_then() {
        store.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        ModelVersion before = store.head(LINE).orElseThrow();
        store.commit(OTHER, bytes("one"), Birth.at(SUNDAY));
        store.commit(Commit.of(LINE, bytes("worse"), Birth.at(SUNDAY)).asCandidate());
        assertThat(store.head(LINE)).contains(before);

        store.commit(LINE, bytes("one"), Birth.at(SUNDAY));

        assertThat(store.head(LINE)).isPresent().get().isNotEqualTo(before);
    }

    @Test
    void a_namespace_is_a_store_of_its_own_in_the_same_quota() {
        StoreBackend small = create(new Quota(20, 3));
        StoreBackend one = small.namespace("one");
        StoreBackend two = small.namespace("two");

        one.commit(LINE, bytes("first"), Birth.at(SUNDAY));
        ModelVersion saved = two.commit(LINE, bytes("second"), Birth.at(SUNDAY));

        assertThat(saved.key()).isEqualTo("sunday-trend/line");
        assertThat(text(one.newest(LINE))).isEqualTo("first");
        assertThat(two.version(LINE, 1).orElseThrow().version()).isEqualTo(saved);
        assertThat(two.head(LINE)).contains(saved);
        assertThat(two.versions(LINE)).containsExactly(saved);
        assertThat(one.keys("")).containsExactly(LINE);
        assertThat(one.keys("sunday-trend/")).containsExactly(LINE);
        assertThat(one.keys("sunday-trend/o")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> one.keys("../"));
        assertThat(small.keys(""))
                .extracting(ObjectKey::value)
                .containsExactly("one/sunday-trend/line", "two/sunday-trend/line");
        assertThat(one.usage()).isEqualTo(new Usage(11, 2, 0, 0));
        assertThat(one.delete(LINE)).isTrue();
        assertThat(two.contains(LINE)).isTrue();
        assertThat(one.contains(LINE)).isFalse();
    }

    @Test
    void versions_can_be_rolled_back_published_and_thinned_out() {
        Versions versions = new Versions(store);
        for (int i = 1; i <= 5; i++) {
            store.commit(LINE, bytes("v" + i), Birth.at(SUNDAY.plusSeconds(i)));
        }
        store.commit(Commit.of(LINE, bytes("better"), Birth.at(SUNDAY.plusSeconds(6)))
                .asCandidate());
        store.pin(LINE, 1, true);

        ModelVersion back = versions.rollBack(LINE, 2, SUNDAY.plusSeconds(10));
        assertThat(text(store.newest(LINE))).isEqualTo("v2");
        assertThat(back.birth().note()).isEqualTo("rolled back from version 5 to version 2");
        assertThat(text(store.asOf(LINE, SUNDAY.plusSeconds(9)))).isEqualTo("v5");
        assertThat(text(store.asOf(LINE, SUNDAY.plusSeconds(10)))).isEqualTo("v2");

        ModelVersion published = versions.publish(LINE, 6, SUNDAY.plusSeconds(20));
        assertThat(published.number()).isEqualTo(8);
        assertThat(published.candidate()).isFalse();
        assertThat(text(store.newest(LINE))).isEqualTo("better");

        assertThat(versions.thinOut(LINE, new Retention(5, Duration.ofSeconds(15)), SUNDAY.plusSeconds(20)))
                .containsExactlyInAnyOrder(2L, 3L, 4L);
        assertThat(store.list(LINE)).extracting(VersionEntry::number).containsExactly(1L, 5L, 6L, 7L, 8L);
        assertThat(versions.thinOut(LINE, Retention.ofVersions(0), SUNDAY)).containsExactlyInAnyOrder(5L, 6L, 7L);
        assertThat(text(store.newest(LINE))).isEqualTo("better");
    }

    @Test
    void an_archive_carries_everything_to_another_store() throws IOException {
        store.commit(LINE, bytes("one"), born(SUNDAY, SUNDAY));
        store.commit(LINE, bytes(""), Birth.at(SUNDAY).withMetrics(Map.of("sharpe", 1.5)));
        store.pin(LINE, 1, true);
        store.commit(ObjectKey.of("A/b C"), new byte[50_000], Birth.at(SUNDAY));
        store.commit(Commit.of(OTHER, bytes("worse"), Birth.at(SUNDAY)).asCandidate());
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        assertThat(StoreArchive.export(store, "", archive)).isEqualTo(4);
        StoreBackend other = create(Quota.of(Plan.FREE));

        StoreArchive.Imported imported =
                StoreArchive.importInto(other, new ByteArrayInputStream(archive.toByteArray()));

        assertThat(imported).isEqualTo(new StoreArchive.Imported(4, 0));
        assertThat(other.keys("")).isEqualTo(store.keys(""));
        for (ObjectKey key : store.keys("")) {
            assertThat(other.versions(key)).isEqualTo(store.versions(key));
        }
        assertThat(other.usage()).isEqualTo(store.usage());
        assertThat(StoreCheck.of(other, "")).isEqualTo(new StoreCheck(4, 50_008, List.of()));
        assertThat(StoreArchive.importInto(other, new ByteArrayInputStream(archive.toByteArray())))
                .isEqualTo(new StoreArchive.Imported(0, 4));
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

    @Test
    void a_number_is_never_given_twice_though_its_version_is_deleted() {
        store.commit(LINE, bytes("one"), Birth.at(SUNDAY));
        store.commit(LINE, bytes("two"), Birth.at(SUNDAY));
        store.commit(Commit.of(LINE, bytes("worse"), Birth.at(SUNDAY)).asCandidate());
        assertThat(store.highest(LINE)).isEqualTo(3);
        assertThat(store.highest(OTHER)).isZero();

        store.delete(LINE, Set.of(3L));
        store.delete(LINE, Set.of(2L));
        assertThat(store.highest(LINE)).isEqualTo(3);
        assertThat(store.commit(LINE, bytes("four"), Birth.at(SUNDAY)).number()).isEqualTo(4);

        store.delete(LINE);
        assertThat(store.highest(LINE)).isEqualTo(4);
        assertThat(store.keys("")).isEmpty();
        assertThat(store.usage()).isEqualTo(new Usage(0, 0, 0, 0));
        assertThat(store.commit(LINE, bytes("five"), Birth.at(SUNDAY)).number()).isEqualTo(5);
        assertThat(store.commit(OTHER, bytes("new"), Birth.at(SUNDAY)).number()).isEqualTo(1);
        assertThat(store.usage()).isEqualTo(new Usage(7, 2, 0, 0));
    }

    @Test
    void a_number_is_never_given_twice_though_its_version_made_room() {
        StoreBackend small = create(new Quota(10, 2));
        small.commit(LINE, bytes("old"), Birth.at(SUNDAY));
        small.commit(Commit.of(LINE, bytes("worse"), Birth.at(SUNDAY)).asCandidate());
        small.commit(OTHER, bytes("seven!!"), Birth.at(SUNDAY));
        assertThat(small.list(LINE)).extracting(VersionEntry::number).containsExactly(1L);

        assertThat(small.highest(LINE)).isEqualTo(2);
        assertThat(small.commit(LINE, bytes("new"), Birth.at(SUNDAY)).number()).isEqualTo(3);
    }

    @Test
    void who_expects_a_version_of_a_key_that_was_deleted_and_saved_again_is_refused() {
        store.commit(LINE, bytes("mine"), Birth.at(SUNDAY));
        store.delete(LINE);
        store.commit(LINE, bytes("theirs"), Birth.at(SUNDAY));

        assertThatExceptionOfType(VersionConflictException.class)
                .isThrownBy(() -> store.commit(
                        Commit.of(LINE, bytes("late"), Birth.at(SUNDAY)).expecting(1)))
                .satisfies(e -> assertThat(e.found()).isEqualTo(2));
        assertThat(text(store.newest(LINE))).isEqualTo("theirs");
    }

    @Test
    void a_deleted_key_comes_back_from_an_archive_and_counts_on_from_where_it_was() throws IOException {
        for (String text : List.of("one", "two", "three")) {
            store.commit(LINE, bytes(text), Birth.at(SUNDAY));
        }
        List<ModelVersion> before = store.versions(LINE);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        StoreArchive.export(store, "", archive);
        store.commit(LINE, bytes("after the archive"), Birth.at(SUNDAY));
        store.delete(LINE);

        StoreArchive.importInto(store, new ByteArrayInputStream(archive.toByteArray()));

        assertThat(store.versions(LINE)).isEqualTo(before);
        assertThat(text(store.newest(LINE))).isEqualTo("three");
        assertThat(store.commit(LINE, bytes("five"), Birth.at(SUNDAY)).number()).isEqualTo(5);
    }

    @Test
    void of_threads_that_save_and_delete_none_gets_a_number_twice() throws Exception {
        List<List<Long>> numbers = together(3, thread -> {
            List<Long> mine = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                mine.add(store.commit(LINE, bytes(thread + "-" + i), Birth.at(SUNDAY))
                        .number());
                store.delete(LINE);
            }
            return mine;
        });

        assertThat(numbers.stream().flatMap(List::stream).toList())
                .doesNotHaveDuplicates()
                .hasSize(60);
        assertThat(store.highest(LINE)).isEqualTo(60);
    }

    static Usage counted(StoreBackend store) {
        long bytes = 0;
        long historyBytes = 0;
        long pinnedBytes = 0;
        int history = 0;
        for (ObjectKey key : store.keys("")) {
            long current = store.head(key).map(ModelVersion::number).orElse(0L);
            for (ModelVersion version : store.versions(key)) {
                if (version.number() == current) {
                    bytes += version.size();
                } else {
                    historyBytes += version.size();
                    pinnedBytes += version.pinned() ? version.size() : 0;
                    history++;
                }
            }
        }
        return new Usage(bytes, store.keys("").size(), historyBytes, history, pinnedBytes);
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
