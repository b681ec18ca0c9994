package io.trainyard.stores.s3;

import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreBackendContract;
import io.trainyard.stores.jdbc.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.s3.S3Client;

/** What every back end does, with the bytes in S3. */
final class S3StoreContractTest extends StoreBackendContract {

    private static final AtomicInteger PREFIXES = new AtomicInteger();
    private static TestDatabase database;
    private static S3Server server;
    private static S3Client client;

    @BeforeAll
    static void start() throws Exception {
        database = TestDatabase.create();
        server = new S3Server();
        client = server.client(S3Server.SECRET);
    }

    @AfterAll
    static void stop() throws Exception {
        if (database != null) {
            client.close();
            server.stop();
            database.close();
        }
    }

    @Override
    protected StoreBackend create(Quota quota) {
        String prefix = "contract/" + PREFIXES.incrementAndGet();
        return S3Store.open(client, S3Server.BUCKET, prefix, database.pool(), quota, WALL);
    }
}
