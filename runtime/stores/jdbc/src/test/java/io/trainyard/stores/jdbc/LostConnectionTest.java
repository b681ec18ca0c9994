package io.trainyard.stores.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.trainyard.Plan;
import io.trainyard.store.Birth;
import io.trainyard.store.Commit;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.store.StoreException;
import io.trainyard.store.StoredObject;
import io.trainyard.store.Usage;
import io.trainyard.stores.jdbc.BreakingProxy.Break;
import io.trainyard.time.WallClock;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that break while a save is committed. */
final class LostConnectionTest {

    private static final ObjectKey LINE = ObjectKey.of("sunday-trend/line");
    private static final Birth SUNDAY = Birth.at(Instant.parse("2013-10-13T12:00:00Z"));
    private static final Quota QUOTA = Quota.of(Plan.FREE);

    private final String project = TestDatabase.project();
    private TestDatabase database;
    private BreakingProxy proxy;
    private JdbcStore behindProxy;
    private JdbcStore direct;

    @BeforeEach
    void open() throws SQLException, IOException {
        database = TestDatabase.create();
        proxy = new BreakingProxy(database.port());
        direct = JdbcStore.open(database.pool(), project, QUOTA);
        behindProxy = behindProxy(() -> {
            AtomicInteger tries = new AtomicInteger();
            return () -> tries.incrementAndGet() <= 3;
        });
    }

    private JdbcStore behindProxy(Supplier<Patience> patience) {
        Database connections = new Database(JdbcStoreProvider.source(database.urlAt(proxy.port())), patience);
        return JdbcStore.open(connections, project, QUOTA, WallClock.system());
    }

    @AfterEach
    void close() throws SQLException, IOException {
        if (database != null) {
            proxy.close();
            database.close();
        }
    }

    @Test
    void a_save_whose_answer_was_lost_is_found_to_be_there() {
        proxy.next = Break.AFTER_COMMIT;

        ModelVersion saved = behindProxy.commit(Commit.of(LINE, bytes("new"), SUNDAY));

        assertThat(direct.newest(LINE).map(StoredObject::version)).contains(saved);
        assertThat(direct.usage()).isEqualTo(new Usage(3, 1, 0, 0));
    }

    @Test
    void a_save_that_never_reached_the_server_did_not_happen() {
        direct.commit(LINE, bytes("old"), SUNDAY);
        proxy.next = Break.BEFORE_COMMIT;

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> behindProxy.commit(Commit.of(LINE, bytes("new!"), SUNDAY)))
                .isNotInstanceOf(OutcomeUnknownException.class)
                .withMessageStartingWith("\"sunday-trend/line\" was not saved, and what was there stays\n    why:  ")
                .withMessageContaining("\n    fix:  see that the database runs and can be reached, then try again\n");

        assertThat(direct.usage()).isEqualTo(new Usage(3, 1, 0, 0));
        assertThat(behindProxy.commit(LINE, bytes("again"), SUNDAY).number()).isEqualTo(2);
    }

    @Test
    void where_nobody_can_be_asked_the_error_says_so() {
        proxy.next = Break.AFTER_COMMIT_FOR_GOOD;

        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> behindProxy.commit(Commit.of(LINE, bytes("new"), SUNDAY)))
                .withMessageStartingWith("it is not known whether this is so: \"sunday-trend/line\" was not saved");

        assertThat(direct.list(LINE)).hasSize(1);
    }

    @Test
    void deleting_and_pinning_are_found_out_about_as_well() {
        direct.commit(LINE, bytes("old"), SUNDAY);

        proxy.next = Break.AFTER_COMMIT;
        assertThat(behindProxy.pin(LINE, 1, true)).isTrue();
        assertThat(direct.usage()).isEqualTo(new Usage(3, 1, 0, 0));
        assertThat(direct.pin(LINE, 1, false)).isTrue();

        proxy.next = Break.AFTER_COMMIT;
        assertThat(behindProxy.delete(LINE)).isTrue();
        assertThat(direct.usage()).isEqualTo(new Usage(0, 0, 0, 0));
    }

    @Test
    void an_interrupted_thread_still_learns_that_its_save_is_there() {
        proxy.next = Break.AFTER_COMMIT;
        Thread.currentThread().interrupt();

        ModelVersion saved = behindProxy.commit(Commit.of(LINE, bytes("new"), SUNDAY));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(direct.head(LINE)).contains(saved);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
