package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trainyard.time.ManualClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;

/**
 * One of several processes on one store. It saves models of its own under quota pressure and reads them back; live
 * processes see the newest, backtests what their clock allows; and all of them count together, by conditional saves, so
 * that a lost save would be missed. Says at the end how often it counted and how often it was refused, or what was wrong.
 */
final class SharingProgram {

    static final Quota QUOTA = new Quota(60_000, 12);
    static final ObjectKey COUNTER = ObjectKey.of("shared/counter");

    private SharingProgram() {}

    public static void main(String[] args) {
        DiskStore store = DiskStore.open(Path.of(args[0]), QUOTA);
        String role = args[1];
        long end = System.nanoTime() + Long.parseLong(args[2]) * 1_000_000;
        boolean live = role.startsWith("live");
        ManualClock clock = new ManualClock(Instant.EPOCH, ZoneOffset.UTC);
        ObjectStore objects = live ? ObjectStore.newest(store, clock) : ObjectStore.asOf(store, clock);
        Random random = new Random(role.hashCode());
        long counted = 0;
        long refused = 0;
        for (int i = 1; System.nanoTime() < end; i++) {
            clock.moveTo(Instant.EPOCH.plusSeconds(i));
            String key = role + "/model-" + random.nextInt(5);
            byte[] model = new byte[random.nextInt(9_000)];
            Arrays.fill(model, (byte) i);
            try {
                objects.saveBytes(key, model);
                // nobody else saves under this role's keys
                if (!Arrays.equals(objects.readBytes(key), model)) {
                    throw new IllegalStateException(key + " is not what was saved");
                }
            } catch (QuotaExceededException e) {
                refused++;
                objects.delete(role + "/model-" + random.nextInt(5));
            }
            counted += countOne(store, clock.now()) ? 1 : 0;
            Usage usage = store.usage();
            if (usage.bytes() + usage.historyBytes() > QUOTA.maxBytes() || usage.objects() > QUOTA.maxObjects()) {
                throw new IllegalStateException("wrong: " + usage);
            }
        }
        System.out.println("done " + counted + " " + refused + " .");
    }

    private static boolean countOne(DiskStore store, Instant now) {
        StoredObject counter = store.newest(COUNTER).orElseThrow();
        long next = Long.parseLong(new String(counter.content(), UTF_8)) + 1;
        try {
            store.commit(Commit.of(COUNTER, String.valueOf(next).getBytes(UTF_8), Birth.at(now))
                    .expecting(counter.version().number()));
            return true;
        } catch (VersionConflictException | QuotaExceededException e) {
            return false;
        }
    }
}
