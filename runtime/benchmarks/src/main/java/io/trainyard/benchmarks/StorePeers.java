package io.trainyard.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trainyard.store.Birth;
import io.trainyard.store.Commit;
import io.trainyard.store.DiskStore;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.Quota;
import io.trainyard.time.ManualClock;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/** What keeps bytes under a key, so that they are on the disk when a save returns: plain files, ours, and two peers. */
interface StorePeers extends AutoCloseable {

    void save(String key, byte[] bytes) throws IOException;

    byte[] read(String key) throws IOException;

    @Override
    void close();

    /** By name, in the order in which they take turns. */
    static Map<String, StorePeers> all(Path folder) throws IOException {
        Map<String, StorePeers> all = new LinkedHashMap<>();
        all.put("write, fsync, rename: the limit", new PlainFiles(folder.resolve("files")));
        all.put("the same, verified: read's limit", new SummedFiles(folder.resolve("summed")));
        all.put("Trainyard, DiskStore", new Ours(folder.resolve("trainyard")));
        all.put("H2 MVStore, commit and sync", new Mv(folder.resolve("mvstore")));
        all.put("RocksDB, sync", new Rocks(folder.resolve("rocksdb")));
        return all;
    }

    /** The same with a checksum: what a read costs at least that verifies what it read, and sees what others have saved. */
    final class SummedFiles implements StorePeers {
        private final PlainFiles files;
        private final Path news;
        private long expected;

        SummedFiles(Path folder) throws IOException {
            this.files = new PlainFiles(folder);
            this.news = Files.createFile(folder.resolve("news"));
        }

        @Override
        public void save(String key, byte[] bytes) throws IOException {
            files.save(key, bytes);
            expected = sum(bytes);
        }

        @Override
        public byte[] read(String key) throws IOException {
            Files.readAttributes(news, BasicFileAttributes.class);
            byte[] bytes = files.read(key);
            if (sum(bytes) != expected) {
                throw new IOException(key + " is damaged");
            }
            return bytes;
        }

        private static long sum(byte[] bytes) {
            CRC32C sum = new CRC32C();
            sum.update(bytes, 0, bytes.length);
            return sum.getValue();
        }

        @Override
        public void close() {}
    }

    /** One file for each key, replaced. */
    final class PlainFiles implements StorePeers {
        private final Path folder;

        PlainFiles(Path folder) throws IOException {
            this.folder = Files.createDirectories(folder);
        }

        @Override
        public void save(String key, byte[] bytes) throws IOException {
            Path draft = folder.resolve("draft");
            try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
                out.write(bytes);
                out.getFD().sync();
            }
            Files.move(draft, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public byte[] read(String key) throws IOException {
            return Files.readAllBytes(folder.resolve(key));
        }

        @Override
        public void close() {}
    }

    /** With room for a few versions of each size. */
    final class Ours implements StorePeers {
        private final DiskStore store;
        private final ObjectStore objects;

        Ours(Path folder) {
            this.store = DiskStore.open(folder, new Quota(400_000_000, 200_000));
            this.objects = ObjectStore.newest(store, new ManualClock(Instant.EPOCH, ZoneOffset.UTC));
        }

        @Override
        public void save(String key, byte[] bytes) {
            store.commit(Commit.of(ObjectKey.of(key), bytes, Birth.at(Instant.EPOCH)));
        }

        @Override
        public byte[] read(String key) {
            return objects.readBytes(key);
        }

        @Override
        public void close() {}
    }

    /** As it comes, with a commit and a sync for each save. */
    final class Mv implements StorePeers {
        private final MVStore store;
        private final MVMap<String, byte[]> map;

        Mv(Path folder) throws IOException {
            Files.createDirectories(folder);
            this.store = new MVStore.Builder()
                    .fileName(folder.resolve("store.mv").toString())
                    .autoCommitDisabled()
                    .open();
            this.map = store.openMap("objects");
        }

        @Override
        public void save(String key, byte[] bytes) {
            map.put(key, bytes);
            store.commit();
            store.sync();
        }

        @Override
        public byte[] read(String key) {
            return Objects.requireNonNull(map.get(key));
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** As it comes, with synchronous writes. */
    final class Rocks implements StorePeers {
        static {
            RocksDB.loadLibrary();
        }

        private final Options options;
        private final WriteOptions sync = new WriteOptions().setSync(true);
        private final RocksDB store;

        Rocks(Path folder) throws IOException {
            Files.createDirectories(folder);
            this.options = new Options().setCreateIfMissing(true);
            try {
                this.store = RocksDB.open(options, folder.toString());
            } catch (RocksDBException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void save(String key, byte[] bytes) throws IOException {
            try {
                store.put(sync, key.getBytes(UTF_8), bytes);
            } catch (RocksDBException e) {
                throw new IOException(e);
            }
        }

        @Override
        public byte[] read(String key) throws IOException {
            try {
                return Objects.requireNonNull(store.get(key.getBytes(UTF_8)));
            } catch (RocksDBException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() {
            store.close();
            sync.close();
            options.close();
        }
    }
}
