package io.trainyard.stores.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.trainyard.Plan;
import io.trainyard.store.Birth;
import io.trainyard.store.DamagedObjectException;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.store.QuotaExceededException;
import io.trainyard.store.StoreException;
import io.trainyard.stores.jdbc.ContentStore.Content;
import io.trainyard.time.WallClock;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What crashes leave in a place outside, and who removes it. */
final class ContentOutsideTest {

    private static final ObjectKey LINE = ObjectKey.of("sunday-trend/line");
    private static final Birth SUNDAY = Birth.at(Instant.parse("2013-10-13T12:00:00Z"));
    private static final Quota QUOTA = Quota.of(Plan.FREE);

    private final ContentsInMemory outside = new ContentsInMemory();
    private final String project = TestDatabase.project();
    private TestDatabase database;
    private JdbcStore store;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create();
        store = open(QUOTA);
    }

    private JdbcStore open(Quota quota) {
        return JdbcStore.open(database.pool(), project, outside, quota, WallClock.system());
    }

    @AfterEach
    void close() throws SQLException {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void bytes_that_no_version_has_are_swept() throws SQLException {
        store.commit(LINE, bytes("kept"), SUNDAY);
        // a crash after the upload, and one whose upload came later than the end of its transaction
        Content orphan = new Content(LINE, UUID.randomUUID());
        database.execute("insert into trainyard_upload (content, project) select '" + orphan.id()
                + "', id from trainyard_project");
        outside.put(orphan, bytes("orphan"), "");
        outside.put(new Content(LINE, UUID.randomUUID()), bytes("late"), "");

        assertThat(store.sweep()).isEqualTo(10);

        assertThat(outside.objects()).hasSize(1);
        assertThat(text()).isEqualTo("kept");
        assertThat(store.sweep()).isZero();
    }

    @Test
    void an_upload_at_work_is_not_swept() {
        List<Long> freed = new ArrayList<>();
        outside.afterPut = () -> freed.add(open(QUOTA).sweep());

        store.commit(LINE, bytes("new"), SUNDAY);

        assertThat(freed).containsExactly(0L);
        assertThat(text()).isEqualTo("new");
    }

    @Test
    void what_does_not_fit_is_not_even_uploaded() {
        JdbcStore small = open(new Quota(100_000, 1));

        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> small.commit(LINE, new byte[100_001], SUNDAY));
        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> open(new Quota(2, 1)).commit(LINE, bytes("new"), SUNDAY));

        assertThat(outside.objects()).isEmpty();
        assertThat(store.sweep()).isZero();
    }

    @Test
    void a_save_that_failed_after_its_upload_takes_it_back() {
        outside.afterPut = () -> {
            throw new StoreException("broken off");
        };

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.commit(LINE, bytes("new"), SUNDAY));

        assertThat(outside.objects()).isEmpty();
        assertThat(store.contains(LINE)).isFalse();
    }

    @Test
    void what_could_not_be_removed_is_swept_later() {
        store.commit(LINE, bytes("old"), SUNDAY);
        outside.keeping = true;
        assertThat(store.delete(LINE)).isTrue();
        assertThat(store.contains(LINE)).isFalse();
        outside.keeping = false;

        assertThat(store.sweep()).isEqualTo(3);
        assertThat(outside.objects()).isEmpty();
    }

    @Test
    void bytes_that_are_gone_or_changed_are_damage() {
        store.commit(LINE, bytes("good"), SUNDAY);
        store.commit(LINE, bytes("bad"), SUNDAY);
        outside.objects().replaceAll((content, bytes) -> bytes.length == 3 ? bytes("BAD") : bytes);

        assertThatExceptionOfType(DamagedObjectException.class)
                .isThrownBy(() -> store.newest(LINE))
                .withMessageContaining("do not match their SHA-256 checksum")
                .satisfies(e -> assertThat(e.lastGood()).isPresent());
        outside.objects().values().removeIf(bytes -> bytes.length == 3);
        assertThatExceptionOfType(DamagedObjectException.class)
                .isThrownBy(() -> store.newest(LINE))
                .withMessageContaining("its bytes are missing");
    }

    @Test
    void a_place_belongs_to_one_project() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() ->
                        JdbcStore.open(database.pool(), TestDatabase.project(), outside, QUOTA, WallClock.system()))
                .withMessageContaining(outside.name());
    }

    private String text() {
        return new String(store.newest(LINE).orElseThrow().content(), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
