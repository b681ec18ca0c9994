package io.trainyard.store;

import io.trainyard.store.FolderLock.Hold;
import io.trainyard.store.Holdings.Held;
import io.trainyard.store.VersionFile.Whole;
import io.trainyard.store.VersionFiles.Placed;
import io.trainyard.time.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A store in a folder of a local disk. A commit writes one file that is never changed again: into a draft, to the disk,
 * and under its name in one step. The highest number is the current version, so there
 * is no pointer that could disagree. Any number of stores, threads and processes may work in one folder at the same
 * time: commits and deletions take turns, readers never wait.
 *
 * <pre>
 * objects/sunday-trend/line%/0000000007-1234   version 7 of sunday-trend/line, 1,234 bytes
 *                            0000000008-1234-candidate   one that was refused, and kept
 *                            0000000009-1234-pinned      one that stays until it is unpinned: its name is changed
 * gone/sunday-trend/line%/0000000010           empty: version 10 was deleted, and no other one gets its number
 * tmp/draft-00                                 empty, or a commit at work: after a crash it is completed if it is whole, and
 *                                              removed if not, when a store opens
 * lock                                         held while files change
 * changes                                      which keys changed, for the other processes
 * </pre>
 *
 * <p>Which versions there are is kept in memory, so the time of a save or a read does not depend on how many objects
 * there are; manifests are parsed when somebody asks for them, and kept. A read looks whether others have committed, and
 * opens, reads and closes one file; all of its bytes are verified. Nothing is held open, so there is nothing to close.
 *
 * <p>Once begun, a save is not interruptible: the interrupt is kept for when it is done.
 */
public final class DiskStore implements StoreBackend {

    private static final long LONGEST_CHANGES = 256 * 1024;
    private static final int FREE_TRIES = 10;

    private final Path root;
    private final Disk disk;
    private final Quota quota;
    private final WallClock wallClock;
    private final KeyFolders folders;
    private final Drafts drafts;
    private final FolderLock lock;
    private final VersionFiles files;
    private final DiskBooks books;
    private final DiskRecovery recovery;

    private DiskStore(Path root, Quota quota, WallClock wallClock, Disk disk) {
        this.root = root;
        this.disk = disk;
        this.quota = quota;
        this.wallClock = wallClock;
        this.folders = new KeyFolders(root.resolve("objects"));
        this.drafts = new Drafts(root.resolve("tmp"), disk);
        this.lock = new FolderLock(root.resolve("lock"), disk);
        GoneNumbers numbers = new GoneNumbers(root.resolve("gone"), disk);
        ChangeLog changes = new ChangeLog(root.resolve("changes"), disk, LONGEST_CHANGES);
        this.files = new VersionFiles(folders, drafts, numbers, disk);
        this.books = new DiskBooks(folders, numbers, changes, quota, disk);
        this.recovery = new DiskRecovery(drafts, files, books);
    }

    /**
     * Opens the store in {@code folder}, which is created if need be, and removes what a crash left over.
     *
     * @throws StoreException if the folder cannot be written
     */
    public static DiskStore open(Path folder, Quota quota) {
        return open(folder, quota, WallClock.system());
    }

    /**
     * The same, with commits dated by this clock.
     *
     * @throws StoreException if the folder cannot be written
     */
    public static DiskStore open(Path folder, Quota quota, WallClock wallClock) {
        return open(folder, quota, wallClock, new Disk());
    }

    /** The same on a disk that may have faults. */
    static DiskStore open(Path folder, Quota quota, WallClock wallClock, Disk disk) {
        try {
            disk.createDurably(folder.toAbsolutePath());
            DiskStore store = new DiskStore(folder.toRealPath(), quota, wallClock, disk);
            store.open();
            return store;
        } catch (IOException e) {
            throw DiskFailures.failed("the object store " + folder + " cannot be opened", e);
        }
    }

    /** Whether there is a store in this folder. Changes nothing. */
    public static boolean isAt(Path folder) {
        return Files.isDirectory(folder.resolve("objects")) && Files.isRegularFile(folder.resolve("lock"));
    }

    /** The folder. */
    public Path folder() {
        return root;
    }

    @Override
    public ModelVersion commit(Commit commit) {
        ObjectKey key = commit.key();
        return writing("\"" + key + "\" was not saved, and what was there stays", hold -> {
            long number = books.lookUnderLock(holdings -> holdings.number(commit));
            List<Held> dropped = books.lookUnderLock(holdings -> holdings.toDrop(commit, quota));
            Placed placed = place(hold, commit, VersionFiles.unsummed(commit, number, wallClock.now()));
            books.enter(placed.held(), placed.known(), dropped);
            // the save is done and durable from here on: whatever fails now is made up for by the next writer
            tidy(hold, key, dropped);
            return placed.known().version();
        });
    }

    private Placed place(Hold hold, Commit commit, ModelVersion unsummed) throws IOException {
        hold.begin();
        try {
            return files.place(commit, unsummed);
        } catch (UncertainException e) {
            // the lock file still says that somebody was at work: the next writer looks at everything anew
            throw e;
        } catch (IOException | RuntimeException e) {
            giveUp(hold, commit.key(), e);
            throw e;
        }
    }

    /** There is no trace of the save; who saw one in between looks again. */
    private void giveUp(Hold hold, ObjectKey key, Exception failure) {
        try {
            books.lookAgain(key);
            books.announce(List.of(key));
            hold.finish();
        } catch (IOException | RuntimeException again) {
            // the lock file still says that somebody was at work
            failure.addSuppressed(again);
        }
    }

    private void tidy(Hold hold, ObjectKey key, List<Held> dropped) {
        try {
            Set<ObjectKey> changed = new TreeSet<>(Set.of(key));
            for (Held old : dropped) {
                recovery.drop(old);
                changed.add(old.key());
            }
            books.announce(List.copyOf(changed));
            hold.finish();
        } catch (IOException e) {
            // the lock file still says that somebody was at work: the next writer looks at everything anew
        }
    }

    @Override
    public Optional<StoredObject> version(ObjectKey key, long number) {
        return reading(key, () -> read(look(holdings -> holdings.version(key, number))));
    }

    @Override
    public Optional<StoredObject> newest(ObjectKey key) {
        try {
            return reading(key, () -> read(look(holdings -> holdings.current(key))));
        } catch (DamagedObjectException e) {
            // once more, step by step, which finds the last good version
            return StoreBackend.super.newest(key);
        }
    }

    @Override
    public Optional<ModelVersion> manifest(ObjectKey key, long number) {
        return reading(key, () -> manifest(look(holdings -> holdings.version(key, number))));
    }

    @Override
    public Optional<ModelVersion> head(ObjectKey key) {
        return reading(key, () -> manifest(look(holdings -> holdings.current(key))));
    }

    @Override
    public List<ModelVersion> versions(ObjectKey key) {
        return reading(key, () -> {
            List<ModelVersion> versions = new ArrayList<>();
            for (Held held : look(holdings -> holdings.versions(key))) {
                manifest(Optional.of(held)).ifPresent(versions::add);
            }
            return List.copyOf(versions);
        });
    }

    @Override
    public List<VersionEntry> list(ObjectKey key) {
        return look(holdings -> holdings.versions(key).stream().map(Held::entry).toList());
    }

    @Override
    public boolean contains(ObjectKey key) {
        return look(holdings -> holdings.current(key)).isPresent();
    }

    @Override
    public boolean delete(ObjectKey key, Set<Long> numbers) {
        return writing("\"" + key + "\" was not deleted", hold -> {
            List<Held> gone = books.lookUnderLock(holdings -> holdings.toDelete(key, numbers));
            if (gone.isEmpty()) {
                return false;
            }
            long highest = books.lookUnderLock(holdings -> holdings.highest(key));
            hold.begin();
            // the lowest number first: a reader sees the current version until nothing is left
            files.remove(key, gone, highest, books::forget);
            files.settle(key);
            books.announce(List.of(key));
            hold.finish();
            return true;
        });
    }

    @Override
    public boolean pin(ObjectKey key, long number, boolean pinned) {
        return writing(
                "version " + number + " of \"" + key + "\" was not " + (pinned ? "pinned" : "unpinned"), hold -> {
                    Optional<Held> found = books.lookUnderLock(holdings -> holdings.version(key, number));
                    if (found.isEmpty() || found.get().pinned() == pinned) {
                        return found.isPresent();
                    }
                    Held marked = found.get().withPinned(pinned);
                    hold.begin();
                    files.mark(found.get(), marked);
                    books.mark(marked);
                    books.announce(List.of(key));
                    hold.finish();
                    return true;
                });
    }

    @Override
    public SortedSet<ObjectKey> keys(String prefix) {
        String start = ObjectKey.prefix(prefix);
        return look(holdings -> holdings.keys(start));
    }

    @Override
    public long highest(ObjectKey key) {
        return look(holdings -> holdings.highest(key));
    }

    @Override
    public Usage usage() {
        return look(Holdings::usage);
    }

    @Override
    public Quota quota() {
        return quota;
    }

    @Override
    public long sweep() {
        return writing("what crashes left over was not removed", recovery::all);
    }

    private void open() throws IOException {
        try (Hold hold = lock.acquire()) {
            disk.createFolders(folders.root());
            drafts.prepare();
            disk.sync(root);
            recovery.finishDrafts();
            books.start(hold.foundUnfinished());
            recovery.dropLeftovers(hold);
            hold.finish();
        }
    }

    private Optional<ModelVersion> manifest(Optional<Held> found) throws IOException {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Held held = found.get();
        Optional<KnownVersion> known = books.known(held);
        if (known.isEmpty()) {
            known = Optional.of(files.manifest(held));
            books.remember(held, known.get());
        }
        return known.map(manifest -> manifest.version().withPinned(held.pinned()));
    }

    private Optional<StoredObject> read(Optional<Held> found) throws IOException {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Held held = found.get();
        Optional<KnownVersion> known = books.known(held);
        if (known.isPresent()) {
            Optional<StoredObject> object = files.read(held, known.get());
            if (object.isPresent()) {
                return object;
            }
        }
        Whole whole = files.read(held);
        books.remember(held, whole.known());
        return Optional.of(whole.object());
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    @FunctionalInterface
    private interface Writing<T> {
        T write(Hold hold) throws IOException;
    }

    /** Looks at the books as they are after all that the others have committed. */
    private <T> T look(Function<Holdings, T> looking) {
        try {
            return books.look(looking);
        } catch (IOException e) {
            throw DiskFailures.failed("the object store " + root + " cannot be read", e);
        }
    }

    /** Reads files without a lock, and starts over where one went away between looking and reading. */
    private <T> T reading(ObjectKey key, Reading<T> reading) {
        try {
            for (int i = 0; i < FREE_TRIES; i++) {
                try {
                    return reading.read();
                } catch (NoSuchFileException e) {
                    books.lookAgain(key);
                }
            }
            try (Hold hold = lock.acquire()) {
                recovery.before(hold);
                return reading.read();
            }
        } catch (IOException e) {
            throw DiskFailures.failed("\"" + key + "\" cannot be read", e);
        }
    }

    /** Changes files, alone among all threads and processes, with the books up to date. */
    private <T> T writing(String failure, Writing<T> writing) {
        try (Hold hold = lock.acquire()) {
            recovery.before(hold);
            return writing.write(hold);
        } catch (IOException e) {
            throw DiskFailures.failed(failure, e);
        }
    }
}
