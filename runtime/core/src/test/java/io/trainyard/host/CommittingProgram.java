package io.trainyard.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trainyard.Plan;
import io.trainyard.store.Birth;
import io.trainyard.store.DiskStore;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import java.nio.file.Path;
import java.time.Instant;

/** Another process that commits texts under a key, one after the other, and ends. */
final class CommittingProgram {

    private CommittingProgram() {}

    public static void main(String... arguments) {
        DiskStore store = DiskStore.open(Path.of(arguments[0]), Quota.of(Plan.FREE));
        for (int i = 2; i < arguments.length; i++) {
            store.commit(ObjectKey.of(arguments[1]), arguments[i].getBytes(UTF_8), Birth.at(Instant.EPOCH));
        }
    }
}
