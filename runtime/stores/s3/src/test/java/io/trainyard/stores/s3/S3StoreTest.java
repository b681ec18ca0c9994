package io.trainyard.stores.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.trainyard.Plan;
import io.trainyard.store.Birth;
import io.trainyard.store.DamagedObjectException;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreException;
import io.trainyard.store.StoreProvider;
import io.trainyard.stores.jdbc.ContentStore.Content;
import io.trainyard.stores.jdbc.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

final class S3StoreTest {

    private static final ObjectKey LINE = ObjectKey.of("sunday-trend/line #1+");
    private static final Birth SUNDAY = Birth.at(Instant.parse("2013-10-13T12:00:00Z"));
    private static final Quota QUOTA = Quota.of(Plan.PRIME);

    private TestDatabase database;
    private S3Server server;
    private S3Client client;
    private StoreBackend store;

    @BeforeEach
    void start() throws Exception {
        database = TestDatabase.create();
        server = new S3Server();
        client = server.client(S3Server.SECRET);
        store = open(client);
    }

    private StoreBackend open(S3Client with) {
        return S3Store.open(with, S3Server.BUCKET, "live", database.pool(), QUOTA);
    }

    @AfterEach
    void stop() throws Exception {
        if (database != null) {
            client.close();
            server.stop();
            database.close();
        }
    }

    @Test
    void versions_are_objects_that_are_written_once() {
        store.commit(LINE, bytes("one"), SUNDAY);
        store.commit(LINE, bytes("two!"), SUNDAY);

        assertThat(contents()).hasSize(2).allMatch(object -> object.key().startsWith("live/sunday-trend/line #1+/"));
        store.delete(LINE);
        assertThat(contents()).isEmpty();
    }

    @Test
    void what_is_there_is_never_replaced() {
        S3Contents contents = new S3Contents(client, S3Server.BUCKET, "live");
        Content content = new Content(LINE, UUID.randomUUID());
        contents.put(content, bytes("first"), "checksum of first");

        // the same once more, as after a lost answer
        contents.put(content, bytes("first"), "checksum of first");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> contents.put(content, bytes("other"), "checksum of other"))
                .withMessageContaining("is there already, with other bytes");

        assertThat(contents.get(content)).contains(bytes("first"));
    }

    @Test
    void what_a_crash_left_after_its_upload_is_swept() {
        store.commit(LINE, bytes("kept"), SUNDAY);
        put("live/sunday-trend/line #1+/" + UUID.randomUUID(), "orphan");
        put("live/notes.txt", "of somebody else");
        put("elsewhere/" + UUID.randomUUID(), "of somebody else");

        assertThat(store.sweep()).isEqualTo(6);

        assertThat(store.newest(LINE).orElseThrow().content()).isEqualTo(bytes("kept"));
        assertThat(contents()).hasSize(2);
        assertThat(client.listObjectsV2(
                                request -> request.bucket(S3Server.BUCKET).prefix("elsewhere"))
                        .contents())
                .hasSize(1);
    }

    @Test
    void changed_and_missing_bytes_are_damage() {
        store.commit(LINE, bytes("good"), SUNDAY);
        store.commit(LINE, bytes("damaged"), SUNDAY);
        String object = contents().stream()
                .filter(found -> found.size() == 7)
                .findFirst()
                .orElseThrow()
                .key();

        put(object, "DAMAGED");
        assertThatExceptionOfType(DamagedObjectException.class)
                .isThrownBy(() -> store.newest(LINE))
                .withMessageContaining("do not match their SHA-256 checksum")
                .withMessageContaining("fix:  version 1, saved at")
                .withMessageContaining("more: s3://models/" + object);
        client.deleteObject(request -> request.bucket(S3Server.BUCKET).key(object));
        assertThatExceptionOfType(DamagedObjectException.class)
                .isThrownBy(() -> store.newest(LINE))
                .withMessageContaining("its bytes are missing");
    }

    @Test
    void wrong_credentials_are_told_and_nothing_is_saved() {
        try (S3Client stranger = server.client("guessed")) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> open(stranger))
                    .withMessageStartingWith("the object store s3://models/live/ cannot be opened\n    why:  ")
                    .withMessageContaining("fix:  give these credentials the right to get, put, delete and list");
        }
    }

    @Test
    void a_bucket_that_is_not_there_is_told() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> S3Store.open(client, "no-such-bucket", "live", database.pool(), QUOTA))
                .withMessageContaining("fix:  create the bucket, or mend its name");
    }

    @Test
    void s3_that_went_away_saves_nothing_and_says_so() throws Exception {
        store.commit(LINE, bytes("old"), SUNDAY);
        server.stop();

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.commit(LINE, bytes("new"), SUNDAY))
                .withMessageStartingWith("\"sunday-trend/line #1+\" was not saved, and what was there stays")
                .withMessageContaining("fix:  see that S3 can be reached");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.newest(LINE))
                .withMessageStartingWith("\"sunday-trend/line #1+\" cannot be read");
        assertThat(store.head(LINE).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void a_server_that_is_not_there_is_an_error_at_once() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        try (S3Client nowhere = S3Server.client(URI.create("http://127.0.0.1:" + nobody), S3Server.SECRET)) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> S3Store.open(nowhere, S3Server.BUCKET, "other", database.pool(), QUOTA))
                    .withMessageContaining("fix:  see that S3 can be reached");
        }
    }

    @Test
    void a_prefix_belongs_to_one_database() throws Exception {
        try (TestDatabase other = TestDatabase.create()) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> S3Store.open(client, S3Server.BUCKET, "live", other.pool(), QUOTA))
                    .withMessageContaining("of another database")
                    .withMessageContaining("fix:  take another prefix");
        }
    }

    @Test
    void a_location_opens_it() {
        System.setProperty("aws.accessKeyId", S3Server.ID);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET);
        try {
            String location = "s3://models/live?region=us-east-1&endpoint=" + server.endpoint() + "&catalogue="
                    + URLEncoder.encode(database.url(), UTF_8);
            store.commit(LINE, bytes("kept"), SUNDAY);

            assertThat(StoreProvider.at(location, QUOTA)
                            .newest(LINE)
                            .orElseThrow()
                            .content())
                    .isEqualTo(bytes("kept"));
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> StoreProvider.at("s3://models/live", QUOTA))
                    .withMessageContaining("it does not say where its catalogue is");
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    private List<S3Object> contents() {
        return client.listObjectsV2(request -> request.bucket(S3Server.BUCKET).prefix("live/")).contents().stream()
                .filter(object -> !object.key().equals("live/owner"))
                .toList();
    }

    private void put(String key, String text) {
        client.putObject(request -> request.bucket(S3Server.BUCKET).key(key), RequestBody.fromString(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
