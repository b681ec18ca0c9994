package io.trainyard.stores.s3;

import io.trainyard.store.Birth;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.stores.jdbc.JdbcStore;
import io.trainyard.stores.jdbc.JdbcStoreProvider;
import io.trainyard.stores.jdbc.TestDatabase;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;

/** Prints how long saves and reads take, against servers on this machine; for a look, no benchmark. */
final class RoughTimes {

    private static final Quota LARGE = new Quota(20_000_000_000L, 1_000_000);
    private static final Birth BIRTH = Birth.at(Instant.EPOCH);

    private RoughTimes() {}

    /** Needs TRAINYARD_TEST_POSTGRES. */
    public static void main(String[] args) throws Exception {
        S3Server server = new S3Server();
        try (TestDatabase database = TestDatabase.create();
                S3Client client = server.client(S3Server.SECRET)) {
            Map<String, StoreBackend> stores = new TreeMap<>();
            stores.put("jdbc, pool", JdbcStore.open(database.pool(), "pool", LARGE));
            stores.put("jdbc, no pool", JdbcStore.open(JdbcStoreProvider.source(database.url()), "no pool", LARGE));
            stores.put("s3, pool", S3Store.open(client, S3Server.BUCKET, "times", database.pool(), LARGE));
            for (Map.Entry<String, StoreBackend> store : stores.entrySet()) {
                measure(store.getKey(), store.getValue(), 1_000, 200);
                measure(store.getKey(), store.getValue(), 1_000_000, 30);
                measure(store.getKey(), store.getValue(), 50_000_000, 5);
            }
            StoreBackend full = JdbcStore.open(database.pool(), "full", LARGE);
            for (int i = 0; i < 20_000; i++) {
                full.commit(ObjectKey.of("filler/" + i), new byte[10], BIRTH);
            }
            measure("jdbc, pool, beside 20,000 objects", full, 1_000, 200);
        } finally {
            server.stop();
        }
    }

    private static void measure(String name, StoreBackend store, int size, int times) {
        ObjectKey key = ObjectKey.of("times/" + size);
        byte[] content = new byte[size];
        new Random(1).nextBytes(content);
        long[] saves = new long[times];
        long[] reads = new long[times];
        for (int i = -times / 5 - 1; i < times; i++) {
            long start = System.nanoTime();
            store.commit(key, content, BIRTH);
            long saved = System.nanoTime();
            boolean there = store.newest(key).isPresent();
            long read = System.nanoTime();
            if (!there) {
                throw new IllegalStateException("nothing was read");
            }
            if (i >= 0) {
                saves[i] = saved - start;
                reads[i] = read - saved;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-36s %,12d bytes   save %8.1f ms   read %8.1f ms%n",
                name,
                size,
                median(saves),
                median(reads));
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }
}
