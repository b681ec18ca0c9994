package io.trainyard.stores.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.trainyard.Plan;
import io.trainyard.store.Birth;
import io.trainyard.store.Commit;
import io.trainyard.store.DamagedObjectException;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.store.QuotaExceededException;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreException;
import io.trainyard.store.StoreProvider;
import io.trainyard.store.StoredObject;
import io.trainyard.store.Usage;
import io.trainyard.store.VersionEntry;
import io.trainyard.time.WallClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

final class JdbcStoreTest {

    private static final ObjectKey LINE = ObjectKey.of("sunday-trend/line");
    private static final Birth SUNDAY = Birth.at(Instant.parse("2013-10-13T12:00:00Z"));
    private static final Quota QUOTA = Quota.of(Plan.FREE);

    private final String project = TestDatabase.project();
    private TestDatabase database;
    private JdbcStore store;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create();
        store = JdbcStore.open(database.pool(), project, QUOTA);
    }

    @AfterEach
    void close() throws SQLException {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void projects_do_not_see_each_other_and_have_quotas_of_their_own() {
        JdbcStore other = JdbcStore.open(database.pool(), "other", new Quota(3, 1));
        store.commit(LINE, bytes("mine"), SUNDAY);
        other.commit(LINE, bytes("abc"), SUNDAY);

        assertThat(content(store)).isEqualTo("mine");
        assertThat(content(other)).isEqualTo("abc");
        assertThat(store.usage()).isEqualTo(new Usage(4, 1, 0, 0));
        assertThatExceptionOfType(QuotaExceededException.class)
                .isThrownBy(() -> other.commit(LINE, bytes("abcd"), SUNDAY));
        assertThat(other.delete(LINE)).isTrue();
        assertThat(content(store)).isEqualTo("mine");
    }

    @Test
    void what_was_saved_is_there_for_the_next_who_opens_it() {
        ModelVersion saved = store.commit(LINE, bytes("kept"), SUNDAY);

        StoreBackend again = StoreProvider.at(database.url() + "&project=" + project, QUOTA);

        assertThat(again.newest(LINE).map(StoredObject::version)).contains(saved);
    }

    @Test
    void several_megabytes_come_back() {
        byte[] large = new byte[3 * 1024 * 1024 + 17];
        new Random(1).nextBytes(large);

        store.commit(LINE, large, SUNDAY);

        assertThat(store.newest(LINE).orElseThrow().content()).isEqualTo(large);
    }

    @Test
    void deleting_leaves_no_bytes_behind() throws SQLException {
        store.commit(LINE, bytes("one"), SUNDAY);
        store.commit(LINE, bytes("two"), SUNDAY);
        store.delete(LINE, Set.of(1L));

        assertThat(count("trainyard_content")).isEqualTo(1);
        store.delete(LINE);
        assertThat(count("trainyard_content")).isZero();
        assertThat(store.keys("")).isEmpty();
    }

    @Test
    void damaged_bytes_are_found_and_the_last_good_version_is_offered() throws SQLException {
        store.commit(LINE, bytes("good"), SUNDAY);
        store.commit(LINE, bytes("changed"), SUNDAY);
        store.commit(LINE, bytes("lost"), SUNDAY);
        database.execute("update trainyard_content set bytes = 'CHANGED' where bytes = 'changed'");
        database.execute("delete from trainyard_content where bytes = 'lost'");

        assertThatExceptionOfType(DamagedObjectException.class)
                .isThrownBy(() -> store.newest(LINE))
                .withMessageStartingWith("""
                        version 3 of "sunday-trend/line" is damaged and was not read
                            why:  its bytes are missing
                            fix:  version 1, saved at 2013-10-13T12:00:00Z, is the last good one: restore it, or train \
                        again
                            more: the rows of trainyard_content with content = '""");
        assertThatExceptionOfType(DamagedObjectException.class)
                .isThrownBy(() -> store.version(LINE, 2))
                .withMessageContaining("do not match their SHA-256 checksum");
    }

    @Test
    void a_damaged_manifest_is_found_and_still_listed() throws SQLException {
        store.commit(LINE, bytes("good"), SUNDAY);
        store.commit(LINE, bytes("bad!"), SUNDAY);
        database.execute("update trainyard_version set manifest = replace(manifest, '2013', '2014') where number = 2");

        assertThatExceptionOfType(DamagedObjectException.class)
                .isThrownBy(() -> store.head(LINE))
                .withMessageContaining("the manifest does not match its SHA-256 checksum");
        assertThatExceptionOfType(DamagedObjectException.class)
                .isThrownBy(() -> store.newest(LINE))
                .satisfies(
                        e -> assertThat(e.lastGood().map(ModelVersion::number)).contains(1L));
        assertThat(store.list(LINE)).contains(new VersionEntry(2, 4, false, false));
    }

    @Test
    void who_may_not_write_is_told_so_and_nothing_changes() throws SQLException {
        store.commit(LINE, bytes("old"), SUNDAY);
        String role = database.role();
        database.execute("create role " + role + " login");
        try {
            database.execute("grant usage on schema " + database.schema() + " to " + role);
            database.execute("grant select on all tables in schema " + database.schema() + " to " + role);
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(database.url());
            source.setUser(role);
            JdbcStore reader = JdbcStore.open(source, project, QUOTA);

            assertThat(content(reader)).isEqualTo("old");
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> reader.commit(LINE, bytes("new"), SUNDAY))
                    .withMessageContaining("permission denied")
                    .withMessageContaining("fix:  grant this user the rights on the tables trainyard_*");
            assertThat(content(store)).isEqualTo("old");
        } finally {
            database.execute("drop owned by " + role);
            database.execute("drop role " + role);
        }
    }

    @Test
    void a_server_that_is_not_there_is_an_error_at_once() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> StoreProvider.at("jdbc:postgresql://127.0.0.1:" + nobody + "/nothing", QUOTA))
                .withMessageStartingWith("the tables of the object store cannot be used\n    why:  ")
                .withMessageContaining("fix:  see that the database runs and can be reached, then try again");
    }

    @Test
    void a_server_that_keeps_silent_is_given_up() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = database.urlAt(silent.getLocalPort()) + "&loginTimeout=1";

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> StoreProvider.at(url, QUOTA))
                    .withMessageContaining("fix:  see that the database runs");
        }
    }

    @Test
    void tables_of_a_newer_trainyard_are_left_alone() throws SQLException {
        database.execute("update trainyard_schema set script = 99");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcStore.open(database.pool(), project, QUOTA))
                .withMessageContaining("they are of schema 99")
                .withMessageContaining("fix:  take a newer Trainyard");
    }

    @Test
    void many_may_open_a_new_database_at_once() throws Exception {
        try (TestDatabase fresh = TestDatabase.create()) {
            ExecutorService pool = Executors.newFixedThreadPool(4);
            CountDownLatch together = new CountDownLatch(4);
            try {
                Future<?>[] opened = new Future<?>[4];
                for (int i = 0; i < 4; i++) {
                    opened[i] = pool.submit(() -> {
                        together.countDown();
                        together.await();
                        return JdbcStore.open(fresh.pool(), project, QUOTA)
                                .commit(LINE, bytes("x"), SUNDAY)
                                .number();
                    });
                }
                long sum = 0;
                for (Future<?> one : opened) {
                    sum += (Long) one.get();
                }
                assertThat(sum).isEqualTo(1 + 2 + 3 + 4);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @Test
    void a_save_is_durable_whatever_the_default_of_the_server() throws SQLException {
        String seen = new Database(
                        JdbcStoreProvider.source(database.url() + "&options=-c%20synchronous_commit=off"),
                        Patience::ofHalfAMinute)
                .write("", connection -> {
                    try (var row = connection.createStatement().executeQuery("show synchronous_commit")) {
                        row.next();
                        return row.getString(1);
                    }
                });

        assertThat(seen).isEqualTo("on");
    }

    @Test
    void a_name_that_is_none_is_refused() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcStore.open(database.pool(), " ", QUOTA))
                .withMessageContaining("a project has a name of 1 to 200 characters");
    }

    @Test
    void a_project_stays_where_its_bytes_are() {
        store.commit(Commit.of(LINE, bytes("here"), SUNDAY));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() ->
                        JdbcStore.open(database.pool(), project, new ContentsInMemory(), QUOTA, WallClock.system()))
                .withMessageContaining("its bytes are in \"database\", and not in \"memory ");
    }

    private long count(String table) throws SQLException {
        try (var connection = database.pool().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String content(StoreBackend from) {
        return new String(from.newest(LINE).orElseThrow().content(), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
