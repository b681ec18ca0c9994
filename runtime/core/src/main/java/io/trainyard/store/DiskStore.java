package io.trainyard.store;

import io.trainyard.store.FolderLock.Hold;
import io.trainyard.store.Holdings.Held;
import io.trainyard.store.VersionFile.Damage;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A store in a folder of a local disk. A commit writes one file that is never changed again: into a temporary file, to
 * the disk, under its name in one step, and the folder to the disk. The highest number is the current version, so there
 * is no pointer that could disagree. Any number of stores, threads and processes may work in one folder at the same
 * time: commits and deletions take turns, readers never wait.
 *
 * <pre>
 * objects/sunday-trend/line%/0000000007-1234   version 7 of sunday-trend/line, 1,234 bytes
 * tmp/                                         a commit at work; what a crash leaves here is removed when a store opens
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
    private final Path temporary;
    private final Quota quota;
    private final KeyFolders folders;
    private final FolderLock lock;

    private final DiskBooks books;

    private DiskStore(Path root, Quota quota) {
        this.root = root;
        this.temporary = root.resolve("tmp");
        this.quota = quota;
        this.folders = new KeyFolders(root.resolve("objects"));
        this.lock = new FolderLock(root.resolve("lock"));
        this.books = new DiskBooks(folders, new ChangeLog(root.resolve("changes"), LONGEST_CHANGES));
    }

    /**
     * Opens the store in {@code folder}, which is created if need be, and removes what a crash left over.
     *
     * @throws StoreException if the folder cannot be written
     */
    public static DiskStore open(Path folder, Quota quota) {
        try {
            Folders.create(folder.toAbsolutePath());
            DiskStore store = new DiskStore(folder.toRealPath(), quota);
            store.open();
            return store;
        } catch (IOException e) {
            throw failed("the object store " + folder + " cannot be opened", e);
        }
    }

    /** The folder. */
    public Path folder() {
        return root;
    }

    @Override
    public boolean contains(ObjectKey key) {
        return look(holdings -> holdings.contains(key));
    }

    @Override
    public Optional<StoredObject> newest(ObjectKey key) {
        return reading(key, () -> {
            Optional<Held> current = look(holdings -> holdings.current(key));
            return current.isEmpty() ? Optional.empty() : Optional.of(read(current.get(), version -> true));
        });
    }

    @Override
    public Optional<StoredObject> asOf(ObjectKey key, Instant time) {
        return reading(key, () -> {
            Optional<ModelVersion> chosen = AsOf.newest(manifests(key), time);
            Optional<Held> held = chosen.flatMap(version -> look(holdings -> holdings.version(key, version.number())));
            if (chosen.isPresent() && held.isEmpty()) {
                throw new NoSuchFileException(key.value());
            }
            return held.isEmpty()
                    ? Optional.empty()
                    : Optional.of(read(held.get(), version -> AsOf.visible(version, time)));
        });
    }

    @Override
    public Optional<StoredObject> version(ObjectKey key, long number) {
        return reading(key, () -> {
            Optional<Held> held = look(holdings -> holdings.version(key, number));
            return held.isEmpty() ? Optional.empty() : Optional.of(read(held.get(), version -> true));
        });
    }

    @Override
    public List<ModelVersion> versions(ObjectKey key) {
        return reading(key, () -> manifests(key));
    }

    @Override
    public ModelVersion commit(ObjectKey key, byte[] content, Birth birth) {
        // the caller may go on writing into its array
        byte[] bytes = content.clone();
        String sha256 = Sha256.of(bytes);
        return writing("\"" + key + "\" was not saved, and what was there stays", hold -> {
            List<Held> dropped = new ArrayList<>(look(holdings -> holdings.toDrop(key, bytes.length, quota)));
            ModelVersion version = birth.version(key, look(holdings -> holdings.nextNumber(key)), bytes.length, sha256);
            hold.begin();
            Held held = store(hold, key, version, bytes);
            books.enter(held, version);
            // the save is done and durable from here on: whatever fails now is made up for by the next writer
            tidy(hold, key, dropped);
            return version;
        });
    }

    @Override
    public boolean delete(ObjectKey key) {
        return delete(key, version -> true, false);
    }

    @Override
    public boolean delete(ObjectKey key, Instant time) {
        return delete(key, version -> AsOf.visible(version, time), true);
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

    private boolean delete(ObjectKey key, Predicate<ModelVersion> which, boolean byManifest) {
        return writing("\"" + key + "\" was not deleted", hold -> {
            List<Held> gone = new ArrayList<>();
            for (Held held : look(holdings -> holdings.versions(key))) {
                // a key can be deleted although its manifests are damaged
                if (!byManifest || which.test(manifest(held))) {
                    gone.add(held);
                }
            }
            if (gone.isEmpty()) {
                return false;
            }
            hold.begin();
            // the lowest number first: a reader sees the current version until nothing is left
            for (Held held : gone) {
                Files.deleteIfExists(file(held));
                books.forget(held);
            }
            Path folder = folders.folder(key);
            Folders.sync(folder);
            Folders.removeEmpty(folders.root(), folder);
            books.announce(List.of(key));
            hold.finish();
            return true;
        });
    }

    /** Puts the file in place; afterwards it is there for good, or there is no trace of it. */
    private Held store(Hold hold, ObjectKey key, ModelVersion version, byte[] bytes) throws IOException {
        Path folder = folders.folder(key);
        Path file = folder.resolve(VersionFile.name(version.number(), version.size()));
        Path draft = temporary.resolve(file.getFileName() + ".tmp");
        if (Files.exists(file)) {
            hold.finish();
            books.lookAgain(key);
            throw new FileAlreadyExistsException(file + " was put there by something else than an object store");
        }
        try {
            Files.createDirectories(temporary);
            VersionFile.write(draft, version, bytes);
            Folders.create(folder);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            Folders.sync(folder);
            return new Held(key, version.number(), version.size(), DiskBooks.order(file));
        } catch (IOException | RuntimeException e) {
            try {
                Files.deleteIfExists(draft);
                Files.deleteIfExists(file);
                Folders.removeEmpty(folders.root(), folder);
                hold.finish();
            } catch (IOException | RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private void tidy(Hold hold, ObjectKey key, List<Held> dropped) {
        try {
            for (Held old : dropped) {
                Files.deleteIfExists(file(old));
                books.forget(old);
            }
            Set<ObjectKey> changed = new TreeSet<>(Set.of(key));
            dropped.forEach(old -> changed.add(old.key()));
            books.announce(List.copyOf(changed));
            hold.finish();
        } catch (IOException e) {
            // the lock file still says that somebody was at work: the next writer looks at everything anew
        }
    }

    private void open() throws IOException {
        try (Hold hold = lock.acquire()) {
            Files.createDirectories(temporary);
            Files.createDirectories(folders.root());
            Folders.sync(root);
            // nobody writes without the lock, so every draft is an orphan
            try (DirectoryStream<Path> orphans = Files.newDirectoryStream(temporary)) {
                for (Path orphan : orphans) {
                    Files.deleteIfExists(orphan);
                }
            }
            books.start(hold.foundUnfinished());
            hold.finish();
        }
    }

    private Path file(Held held) {
        return folders.folder(held.key()).resolve(VersionFile.name(held.number(), held.size()));
    }

    private List<ModelVersion> manifests(ObjectKey key) throws IOException {
        List<ModelVersion> versions = new ArrayList<>();
        for (Held held : look(holdings -> holdings.versions(key))) {
            versions.add(manifest(held));
        }
        return List.copyOf(versions);
    }

    private ModelVersion manifest(Held held) throws IOException {
        Optional<ModelVersion> known = books.manifest(held);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            ModelVersion version =
                    VersionFile.readManifest(file(held), held.key(), new VersionFile.Name(held.number(), held.size()));
            books.remember(held, version);
            return version;
        } catch (Damage e) {
            throw damaged(held, e, version -> true);
        }
    }

    private StoredObject read(Held held, Predicate<ModelVersion> couldReplace) throws IOException {
        try {
            return verified(held);
        } catch (Damage e) {
            throw damaged(held, e, couldReplace);
        }
    }

    private StoredObject verified(Held held) throws IOException, Damage {
        return VersionFile.read(file(held), held.key(), new VersionFile.Name(held.number(), held.size()));
    }

    private DamagedObjectException damaged(Held held, Damage damage, Predicate<ModelVersion> couldReplace) {
        List<Held> older = look(holdings -> holdings.versions(held.key())).stream()
                .filter(other -> other.number() < held.number())
                .sorted(Comparator.comparingLong(Held::number).reversed())
                .toList();
        Optional<ModelVersion> lastGood = Optional.empty();
        for (Held candidate : older) {
            try {
                lastGood = Optional.of(verified(candidate).version()).filter(couldReplace);
            } catch (IOException | Damage e) {
                damage.addSuppressed(e);
            }
            if (lastGood.isPresent()) {
                break;
            }
        }
        String message = damage.getMessage() == null ? "its file is not whole" : damage.getMessage();
        return new DamagedObjectException(
                held.key(), held.number(), message, file(held).toString(), lastGood, damage);
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
            books.startAgain();
            hold.finish();
        }
    }

    private static StoreException failed(String what, IOException cause) {
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
        return new StoreException(Explanation.of(what, why, fix, "the javadoc of io.trainyard.store.DiskStore"), cause);
    }
}
