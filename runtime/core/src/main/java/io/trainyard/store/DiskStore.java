package io.trainyard.store;

import io.trainyard.store.FolderLock.Hold;
import io.trainyard.store.Holdings.Held;
import io.trainyard.store.VersionFile.Damage;
import io.trainyard.time.WallClock;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
 * tmp/draft-00                                 empty, or a commit at work: after a crash it is completed if it is whole, and
 *                                              removed if not, when a store opens
 * lock                                         held while files change
 * changes                                      which keys changed, for the other processes
 * </pre>
 *
 * <p>Which versions there are is kept in memory, so the time of a save or a read does not depend on how many objects
 * there are; manifests are read when somebody asks for them. Nothing is held open, so there is nothing to close.
 *
 * <p>Once begun, a save is not interruptible: the interrupt is kept for when it is done.
 */
public final class DiskStore implements StoreBackend {

    private static final long LONGEST_CHANGES = 256 * 1024;
    private static final int FREE_TRIES = 10;

    private final Path root;
    private final Disk disk;
    private final Drafts drafts;
    private final Quota quota;
    private final WallClock wallClock;
    private final KeyFolders folders;
    private final FolderLock lock;

    private final DiskBooks books;

    private DiskStore(Path root, Quota quota, WallClock wallClock, Disk disk) {
        this.root = root;
        this.disk = disk;
        this.wallClock = wallClock;
        this.drafts = new Drafts(root.resolve("tmp"), disk);
        this.quota = quota;
        this.folders = new KeyFolders(root.resolve("objects"));
        this.lock = new FolderLock(root.resolve("lock"), disk);
        this.books = new DiskBooks(folders, disk, new ChangeLog(root.resolve("changes"), disk, LONGEST_CHANGES));
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
            throw failed("the object store " + folder + " cannot be opened", e);
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
            ModelVersion version = look(holdings -> holdings.version(commit, wallClock.now()));
            List<Held> dropped = look(holdings -> holdings.toDrop(commit, quota));
            Held held = store(hold, commit, version);
            books.enter(held, version, dropped);
            // the save is done and durable from here on: whatever fails now is made up for by the next writer
            tidy(hold, key, dropped);
            return version;
        });
    }

    @Override
    public Optional<StoredObject> version(ObjectKey key, long number) {
        return reading(key, () -> {
            Optional<Held> held = look(holdings -> holdings.version(key, number));
            return held.isEmpty() ? Optional.empty() : Optional.of(read(held.get()));
        });
    }

    @Override
    public Optional<ModelVersion> manifest(ObjectKey key, long number) {
        return reading(key, () -> {
            Optional<Held> held = look(holdings -> holdings.version(key, number));
            return held.isEmpty() ? Optional.empty() : Optional.of(manifest(held.get()));
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
            List<Held> gone = look(holdings -> holdings.toDelete(key, numbers));
            if (gone.isEmpty()) {
                return false;
            }
            hold.begin();
            // the lowest number first: a reader sees the current version until nothing is left
            for (Held held : gone) {
                disk.delete(file(held));
                books.forget(held);
            }
            Path folder = folders.folder(key);
            disk.sync(folder);
            disk.removeEmpty(folders.root(), folder);
            books.announce(List.of(key));
            hold.finish();
            return true;
        });
    }

    @Override
    public boolean pin(ObjectKey key, long number, boolean pinned) {
        return writing(
                "version " + number + " of \"" + key + "\" was not " + (pinned ? "pinned" : "unpinned"), hold -> {
                    Optional<Held> found = look(holdings -> holdings.version(key, number));
                    if (found.isEmpty() || found.get().pinned() == pinned) {
                        return found.isPresent();
                    }
                    Held marked = found.get().withPinned(pinned);
                    hold.begin();
                    disk.move(file(found.get()), file(marked));
                    disk.sync(folders.folder(key));
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
    public Usage usage() {
        return look(Holdings::usage);
    }

    @Override
    public Quota quota() {
        return quota;
    }

    @Override
    public long sweep() {
        return writing("what crashes left over was not removed", hold -> {
            hold.begin();
            long freed = cleanUp();
            books.startAgain();
            hold.finish();
            return freed;
        });
    }

    /** Puts the file in place; afterwards it is there for good, or there is no trace of it. */
    private Held store(Hold hold, Commit commit, ModelVersion version) throws IOException {
        ObjectKey key = commit.key();
        VersionFile.Name name = VersionFile.Name.of(version);
        Path folder = folders.folder(key);
        Path file = folder.resolve(name.toString());
        byte[] start = VersionFile.start(version, commit.content());
        if (Files.exists(file)) {
            books.lookAgain(key);
            throw new FileAlreadyExistsException(file + " was put there by something else than an object store");
        }
        Path draft = drafts.take();
        boolean named = false;
        try {
            hold.begin();
            disk.write(draft, start, commit.content());
            // from here on it outlives everything: who opens the store finds a whole draft and gives it its name
            disk.createFolders(folder);
            named = true;
            disk.move(draft, file);
            return name.held(key, DiskBooks.order(file));
        } catch (IOException | RuntimeException e) {
            takeBack(hold, draft, named ? Optional.of(file) : Optional.empty(), e);
            throw e;
        }
    }

    private void takeBack(Hold hold, Path draft, Optional<Path> file, Exception failure) throws UncertainException {
        try {
            drafts.discard(draft);
            if (file.isPresent()) {
                disk.delete(file.get());
                disk.removeEmpty(folders.root(), file.get().resolveSibling(""));
            }
            hold.finish();
        } catch (IOException | RuntimeException again) {
            // the lock file still says that somebody was at work: the next writer looks at everything anew
            failure.addSuppressed(again);
            throw new UncertainException(failure);
        }
    }

    private void tidy(Hold hold, ObjectKey key, List<Held> dropped) {
        try {
            Set<ObjectKey> changed = new TreeSet<>(Set.of(key));
            for (Held old : dropped) {
                drop(old);
                changed.add(old.key());
            }
            books.announce(List.copyOf(changed));
            hold.finish();
        } catch (IOException e) {
            // the lock file still says that somebody was at work: the next writer looks at everything anew
        }
    }

    private void drop(Held old) throws IOException {
        disk.delete(file(old));
        books.forget(old);
        if (look(holdings -> holdings.versions(old.key())).isEmpty()) {
            disk.removeEmpty(folders.root(), folders.folder(old.key()));
        }
    }

    private void open() throws IOException {
        try (Hold hold = lock.acquire()) {
            boolean unfinished = hold.foundUnfinished();
            disk.createFolders(folders.root());
            drafts.prepare();
            disk.sync(root);
            cleanUp();
            books.start(unfinished);
            trim();
            hold.finish();
        }
    }

    /** Gives whole drafts their names, and removes the others. */
    private long cleanUp() throws IOException {
        Drafts.Found found = drafts.clean();
        for (Drafts.Whole whole : found.whole()) {
            try {
                giveName(whole);
            } catch (IOException | RuntimeException e) {
                // what is wrong with one key is no reason to keep the others from being saved; it stays for the next
                // time
            }
        }
        return found.removed();
    }

    private void giveName(Drafts.Whole whole) throws IOException {
        ObjectKey key = ObjectKey.of(whole.version().key());
        books.lookAgain(key);
        if (look(holdings -> holdings.highest(key)) >= whole.version().number()) {
            // it was given up, and others took its place
            drafts.discard(whole.draft());
            return;
        }
        Path folder = folders.folder(key);
        disk.createDurably(folder);
        disk.move(
                whole.draft(),
                folder.resolve(VersionFile.Name.of(whole.version()).toString()));
        disk.sync(folder);
    }

    /** Drops the history for which a writer that died had made no room. */
    private void trim() throws IOException {
        for (Held old : look(holdings -> holdings.excess(quota))) {
            drop(old);
        }
    }

    private Path file(Held held) {
        return folders.folder(held.key()).resolve(VersionFile.Name.of(held).toString());
    }

    private ModelVersion manifest(Held held) throws IOException {
        Optional<ModelVersion> known = books.manifest(held);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            ModelVersion version = VersionFile.readManifest(file(held), held.key(), VersionFile.Name.of(held));
            books.remember(held, version);
            return version;
        } catch (Damage e) {
            throw damaged(held, e);
        }
    }

    private StoredObject read(Held held) throws IOException {
        try {
            return VersionFile.read(file(held), held.key(), VersionFile.Name.of(held));
        } catch (Damage e) {
            throw damaged(held, e);
        }
    }

    private DamagedObjectException damaged(Held held, Damage damage) {
        return new DamagedObjectException(
                held.key(),
                held.number(),
                String.valueOf(damage.getMessage()),
                file(held).toString(),
                damage);
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
            throw failed("the object store " + root + " cannot be read", e);
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
                recover(hold);
                return reading.read();
            }
        } catch (IOException e) {
            throw failed("\"" + key + "\" cannot be read", e);
        }
    }

    /** Changes files, alone among all threads and processes, with the books up to date. */
    private <T> T writing(String failure, Writing<T> writing) {
        try (Hold hold = lock.acquire()) {
            recover(hold);
            books.catchUp();
            return writing.write(hold);
        } catch (IOException e) {
            throw failed(failure, e);
        }
    }

    /** After a writer that broke off halfway: look at everything, and tell the others to. */
    private void recover(Hold hold) throws IOException {
        if (hold.foundUnfinished()) {
            hold.begin();
            cleanUp();
            books.startAgain();
            trim();
            hold.finish();
        }
    }

    /** The disk failed, and failed again when the first half was to be taken back. */
    private static final class UncertainException extends IOException {
        private static final long serialVersionUID = 1L;

        UncertainException(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    private static StoreException failed(String operation, IOException failure) {
        boolean uncertain = failure instanceof UncertainException;
        Throwable cause = uncertain && failure.getCause() != null ? failure.getCause() : failure;
        String what = operation + (uncertain ? "; or it was: the disk failed again when that was to be undone" : "");
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        String why = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        String fix;
        if (cause instanceof AccessDeniedException || text.contains("permission denied")) {
            fix = "give this user the right to read and write the folder";
        } else if (text.contains("read-only")) {
            fix = "take a folder on a disk that can be written";
        } else if (text.contains("no space left") || text.contains("not enough space")) {
            fix = "free space on the disk, then save again";
        } else if (cause instanceof ClosedByInterruptException) {
            fix = "the thread was interrupted: read before it is, or in another thread";
        } else {
            fix = "look after the disk, then try again";
        }
        return new StoreException(
                Explanation.of(what, why, fix, "the javadoc of io.trainyard.store.DiskStore"), failure);
    }
}
