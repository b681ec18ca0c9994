package io.trainyard.stores.jdbc;

import io.trainyard.store.Birth;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.store.QuotaExceededException;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreProvider;
import io.trainyard.store.Usage;
import java.time.Instant;
import java.util.Random;

/** Saves and deletes at random, and says {@code saved}, {@code refused} or {@code over} for each save. */
final class SharingProgram {

    static final Quota QUOTA = new Quota(20_000, 12);

    private SharingProgram() {}

    /** Location, seed, number of saves. */
    public static void main(String[] args) {
        StoreBackend store = StoreProvider.at(args[0], QUOTA);
        Random random = new Random(Long.parseLong(args[1]));
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            ObjectKey key = ObjectKey.of("k/" + random.nextInt(20));
            try {
                byte[] content = new byte[random.nextInt(4_000)];
                random.nextBytes(content);
                System.out.println("saved "
                        + store.commit(key, content, Birth.at(Instant.EPOCH)).sha256());
            } catch (QuotaExceededException e) {
                System.out.println("refused");
                store.delete(ObjectKey.of("k/" + random.nextInt(20)));
            }
            Usage usage = store.usage();
            if (usage.bytes() + usage.historyBytes() > QUOTA.maxBytes() || usage.objects() > QUOTA.maxObjects()) {
                System.out.println("over " + usage);
            }
        }
        System.out.println("done");
    }
}
