package io.trainyard.testkit;

import io.trainyard.store.Birth;
import io.trainyard.store.Commit;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.Usage;
import java.time.Instant;

/** Fills a store to the last byte of its quota. */
final class StoreFiller {

    private static final int CHUNK = 4 * 1024 * 1024;

    private StoreFiller() {}

    static void fill(StoreBackend store, Instant now) {
        Birth birth = Birth.at(now);
        // namespaces share the bytes of one commit, so that a store in memory does not need them all
        Commit chunk = Commit.of(ObjectKey.of("filler"), new byte[CHUNK], birth);
        int number = 0;
        while (room(store) > 0) {
            StoreBackend part = store.namespace("testkit-" + number++);
            if (part.contains(chunk.key())) {
                continue;
            }
            part.commit(
                    room(store) >= CHUNK
                            ? chunk
                            : Commit.of(chunk.key(), new byte[Math.toIntExact(room(store))], birth));
        }
    }

    private static long room(StoreBackend store) {
        Usage usage = store.usage();
        return store.quota().maxBytes() - usage.bytes() - usage.pinnedBytes();
    }
}
