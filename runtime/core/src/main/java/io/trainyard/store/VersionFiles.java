package io.trainyard.store;

import io.trainyard.store.Holdings.Held;
import io.trainyard.store.VersionFile.Damage;
import io.trainyard.store.VersionFile.Whole;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The files of versions: put in place, marked, removed and read. Who changes any holds the folder's lock. */
final class VersionFiles {

    private static final String NOT_SUMMED = "0".repeat(64);

    private final KeyFolders folders;
    private final File root;
    private final Drafts drafts;
    private final GoneNumbers numbers;
    private final Disk disk;

    VersionFiles(KeyFolders folders, Drafts drafts, GoneNumbers numbers, Disk disk) {
        this.folders = folders;
        this.root = folders.root().toFile();
        this.numbers = numbers;
        this.drafts = drafts;
        this.disk = disk;
    }

    /** A version that is in place. */
    record Placed(Held held, KnownVersion known) {}

    /** Writes a version and puts it in place; afterwards it is there for good, or there is no trace of it. */
    Placed place(Commit commit, ModelVersion unsummed) throws IOException, UncertainException {
        VersionName name = VersionName.of(unsummed);
        Path file = folders.folder(commit.key()).resolve(name.toString());
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file + " was put there by something else than an object store");
        }
        Path draft = drafts.take();
        try {
            KnownVersion known = write(draft, commit, unsummed);
            // from here on it outlives everything: who opens the store finds a whole draft and gives it its name
            disk.createFolders(file.resolveSibling(""));
            disk.move(draft, file);
            return new Placed(name.held(commit.key(), DiskBooks.order(file)), known);
        } catch (IOException | RuntimeException e) {
            takeBack(draft, file, e);
            throw e;
        }
    }

    /** The same as it would be if its checksum were known: that may be summed up beside. */
    static ModelVersion unsummed(Commit commit, long number, Instant now) {
        return commit.version(number, now, commit.content().length < Checksum.MANY ? null : NOT_SUMMED);
    }

    private KnownVersion write(Path draft, Commit commit, ModelVersion unsummed) throws IOException {
        byte[] content = commit.content();
        KnownVersion known = VersionFile.start(unsummed, content);
        byte[] start = known.start();
        if (content.length < Checksum.MANY) {
            byte[] all = Arrays.copyOf(start, start.length + content.length);
            System.arraycopy(content, 0, all, start.length, content.length);
            disk.write(draft, all);
            return known;
        }
        disk.write(draft, content, start.length, () -> summed(commit, known).start());
        return summed(commit, known);
    }

    private static KnownVersion summed(Commit commit, KnownVersion unsummed) {
        ModelVersion version = unsummed.version();
        return VersionFile.start(commit.version(version.number(), version.committedAt(), null), unsummed.crc());
    }

    private void takeBack(Path draft, Path file, Exception failure) throws UncertainException {
        try {
            drafts.discard(draft);
            if (Files.exists(file)) {
                disk.delete(file);
            }
            disk.removeEmpty(folders.root(), file.resolveSibling(""));
        } catch (IOException | RuntimeException again) {
            failure.addSuppressed(again);
            throw new UncertainException(failure);
        }
    }

    /** Gives a draft its name, which is on the disk when this returns. */
    void name(Path draft, ModelVersion version) throws IOException {
        Path folder = folders.folder(ObjectKey.of(version.key()));
        disk.createDurably(folder);
        disk.move(draft, folder.resolve(VersionName.of(version).toString()));
        disk.sync(folder);
    }

    /** Changes the marks of a version. */
    void mark(Held from, Held to) throws IOException {
        disk.move(file(from), file(to));
        disk.sync(folders.folder(to.key()));
    }

    /**
     * Removes versions of one key in this order.
     *
     * @param highest the highest number that the key gave: where it goes, it is remembered
     * @param removed told of each that is gone
     */
    void remove(ObjectKey key, List<Held> gone, long highest, Consumer<Held> removed) throws IOException {
        if (gone.stream().anyMatch(held -> held.number() == highest)) {
            // on the disk before the version goes, so that no crash has its number given again
            numbers.remember(key, highest);
        }
        for (Held held : gone) {
            disk.delete(file(held));
            removed.accept(held);
        }
    }

    /** Has the disk know what was removed of a key, and removes its folder if nothing is left in it. */
    void settle(ObjectKey key) throws IOException {
        disk.sync(folders.folder(key));
        removeEmpty(key);
    }

    /** Removes the folder of a key if nothing is left in it. */
    void removeEmpty(ObjectKey key) throws IOException {
        disk.removeEmpty(folders.root(), folders.folder(key));
    }

    KnownVersion manifest(Held held) throws IOException {
        try {
            return VersionFile.readManifest(file(held), held.key(), VersionName.of(held));
        } catch (Damage e) {
            throw damaged(held, e);
        }
    }

    Whole read(Held held) throws IOException {
        try {
            return VersionFile.read(file(held), held.key(), VersionName.of(held));
        } catch (Damage e) {
            throw damaged(held, e);
        }
    }

    /** Reads a version whose manifest is known; empty if the file is not what is known. */
    Optional<StoredObject> read(Held held, KnownVersion known) throws IOException {
        // a path takes as long to be put together as a small file to be read
        File file = new File(root, KeyFolders.encode(held.key()) + '/' + VersionName.of(held));
        return known.read(file, held.pinned());
    }

    private Path file(Held held) {
        return folders.folder(held.key()).resolve(VersionName.of(held).toString());
    }

    private DamagedObjectException damaged(Held held, Damage damage) {
        return new DamagedObjectException(
                held.key(),
                held.number(),
                String.valueOf(damage.getMessage()),
                file(held).toString(),
                damage);
    }
}
