package io.trainyard.store;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/**
 * Saves until it is killed, from four threads, under quota pressure, and says after each save what it was. Run as a
 * process of its own.
 */
final class SavingProgram {

    static final Quota QUOTA = new Quota(150_000, 30);

    /** More than a small disk has. */
    static final Quota TOO_MUCH = new Quota(50_000_000, 30);

    private SavingProgram() {}

    public static void main(String[] args) {
        DiskStore store = DiskStore.open(Path.of(args[0]), args.length > 2 ? TOO_MUCH : QUOTA);
        Path ballast = Path.of(args[0]).resolveSibling("ballast");
        long seed = Long.parseLong(args[1]);
        for (int i = 0; i < 4; i++) {
            int thread = i;
            new Thread(() -> save(store, thread, new Random(seed * 4 + thread), ballast)).start();
        }
    }

    /** What one does with a disk that is full: thin out, and where not even that has room, free space, as the message says. */
    private static synchronized void makeRoom(DiskStore store, Path ballast) throws IOException {
        try {
            thinOut(store);
        } catch (StoreException e) {
            if (!Files.deleteIfExists(ballast)) {
                throw e;
            }
            thinOut(store);
        }
        layBallast(ballast);
    }

    /** A file that may go, where there is room for it. */
    static void layBallast(Path ballast) {
        try {
            Files.write(ballast, new byte[64 << 10]);
        } catch (IOException e) {
            // the disk is full: what fitted will do
        }
    }

    private static void thinOut(DiskStore store) {
        for (ObjectKey key : store.keys("")) {
            new Versions(store).thinOut(key, Retention.ofVersions(2), Instant.EPOCH);
        }
    }

    private static void save(DiskStore store, int thread, Random random, Path ballast) {
        PrintStream out = System.out;
        while (true) {
            byte[] content = new byte[random.nextInt(6_000)];
            random.nextBytes(content);
            boolean passing = random.nextInt(4) == 0;
            ObjectKey key = ObjectKey.of((passing ? "passing/" : "kept/Shared-") + random.nextInt(passing ? 3 : 8));
            try {
                ModelVersion saved = store.commit(key, content, Birth.at(Instant.EPOCH.plusSeconds(thread)));
                if (passing) {
                    store.delete(key);
                } else {
                    // one call, so that lines of different threads do not mix
                    out.println("saved " + key + " " + saved.number() + " " + saved.sha256() + " .");
                    out.flush();
                }
            } catch (QuotaExceededException e) {
                store.delete(ObjectKey.of("passing/" + random.nextInt(3)));
            } catch (StoreException e) {
                if (!String.valueOf(e.getMessage()).contains("free space on the disk")) {
                    throw e;
                }
                out.println("full . . . .");
                try {
                    makeRoom(store, ballast);
                } catch (IOException unforeseen) {
                    throw new UncheckedIOException(unforeseen);
                }
            }
        }
    }
}
