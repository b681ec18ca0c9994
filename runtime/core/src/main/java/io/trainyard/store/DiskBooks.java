package io.trainyard.store;

import io.trainyard.store.Holdings.Held;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of a store's folder: the books, those manifests that somebody asked for, and the changes of the
 * other processes. The files are the truth; whoever suspects that one is gone has the folder looked at again.
 *
 * <p>The folder may be looked at while another process commits: between the moment when a version gets its name and the one
 * when the history that makes room for it is gone, there is more than the quota allows. What has still to go is not on the
 * books, so that no more than the quota is ever seen.
 *
 * <p>Thread-safe: everything happens under its own monitor, never under that of a caller.
 */
final class DiskBooks {

    private final KeyFolders folders;
    private final Disk disk;
    private final ChangeLog changes;
    private final GoneNumbers numbers;
    private final Quota quota;
    private final Holdings holdings = new Holdings();
    private final Set<Held> leftovers = new LinkedHashSet<>();
    private final Map<ObjectKey, Map<Long, KnownVersion>> manifests = new HashMap<>();

    DiskBooks(KeyFolders folders, GoneNumbers numbers, ChangeLog changes, Quota quota, Disk disk) {
        this.numbers = numbers;
        this.folders = folders;
        this.disk = disk;
        this.quota = quota;
        this.changes = changes;
    }

    /** Reads the folder, and removes empty ones; the caller holds the folder's lock. */
    synchronized void start(boolean tellOthers) throws IOException {
        // first the place in the changes, then the files: a change between the two is seen twice, not never
        changes.poll();
        scan(true);
        strikeOutExcess();
        if (tellOthers) {
            changes.appendEverything();
        }
    }

    /** Reads the folder anew and has the others do so, too; the caller holds the folder's lock. */
    synchronized void startAgain() throws IOException {
        changes.poll();
        scan(false);
        strikeOutExcess();
        changes.appendEverything();
    }

    /** Has the other processes look at everything; the caller holds the folder's lock. */
    synchronized void announceEverything() throws IOException {
        changes.appendEverything();
    }

    /** Looks at the books as they are after all that the others have committed. */
    synchronized <T> T look(Function<Holdings, T> looking) throws IOException {
        catchUp();
        return looking.apply(holdings);
    }

    /** Looks at the books as they are; for who holds the folder's lock and has caught up, as there is no news. */
    synchronized <T> T lookUnderLock(Function<Holdings, T> looking) {
        return looking.apply(holdings);
    }

    /** Looks at what the other processes changed. */
    synchronized void catchUp() throws IOException {
        ChangeLog.News news = changes.poll();
        if (news.isNone()) {
            return;
        }
        // whoever saw one commit in the files finds those before it in the news: after the last news all of them are
        // seen
        for (; !news.isNone(); news = changes.poll()) {
            if (news.everything()) {
                scan(false);
            } else {
                for (String line : news.keys()) {
                    Optional<ObjectKey> key = keyOf(line);
                    if (key.isPresent()) {
                        read(key.get());
                    }
                }
            }
        }
        strikeOutExcess();
    }

    /** What is not on the books, since it has to go, and who holds the folder's lock is to remove it. */
    synchronized List<Held> takeLeftovers() {
        List<Held> taken = List.copyOf(leftovers);
        leftovers.clear();
        return taken;
    }

    private void strikeOutExcess() {
        // a save that failed and was taken back has made room for what seemed to have to go
        leftovers.forEach(holdings::put);
        leftovers.clear();
        for (Held excess : holdings.excess(quota)) {
            forget(excess);
            leftovers.add(excess);
        }
    }

    /** Enters what this process committed, and strikes out what makes room for it: nobody sees the one without the other. */
    synchronized void enter(Held held, KnownVersion known, List<Held> dropped) {
        holdings.put(held);
        remember(held, known);
        dropped.forEach(this::forget);
    }

    /** Enters that a version was pinned or unpinned by this process. */
    synchronized void mark(Held held) {
        holdings.put(held);
    }

    /** Strikes out what this process removed. */
    synchronized void forget(Held held) {
        holdings.remove(held.key(), held.number());
        Map<Long, KnownVersion> known = manifests.get(held.key());
        if (known != null) {
            known.remove(held.number());
            if (known.isEmpty()) {
                manifests.remove(held.key());
            }
        }
    }

    /** Tells the other processes; the caller holds the folder's lock. */
    synchronized void announce(List<ObjectKey> keys) throws IOException {
        changes.append(keys);
    }

    /** The manifest of a version, if somebody has asked for it before. */
    synchronized Optional<KnownVersion> known(Held held) {
        return Optional.ofNullable(manifests.getOrDefault(held.key(), Map.of()).get(held.number()));
    }

    /** Keeps a manifest that was read, if the books still mean that file. */
    synchronized void remember(Held held, KnownVersion known) {
        if (holdings.version(held.key(), held.number()).equals(Optional.of(held))) {
            manifests.computeIfAbsent(held.key(), key -> new HashMap<>()).put(held.number(), known);
        }
    }

    /** Reads the folder from end to end; the caller has this monitor. */
    private void scan(boolean sweep) throws IOException {
        holdings.clear();
        leftovers.clear();
        manifests.clear();
        numbers.forEach(holdings::gave);
        if (!Files.isDirectory(folders.root())) {
            return;
        }
        Files.walkFileTree(folders.root(), new SimpleFileVisitor<>() {
            private @Nullable Path folder;
            private Optional<ObjectKey> key = Optional.empty();

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path parent = file.resolveSibling("");
                if (!parent.equals(folder)) {
                    folder = parent;
                    key = folders.key(parent);
                }
                key.flatMap(of -> held(of, file, attributes)).ifPresent(holdings::put);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) throws IOException {
                if (sweep && failure == null) {
                    disk.removeEmpty(dir.equals(folders.root()) ? dir : dir.resolveSibling(""), dir);
                }
                return super.postVisitDirectory(dir, failure);
            }
        });
    }

    /** Reads the folder of one key anew. */
    synchronized void lookAgain(ObjectKey key) throws IOException {
        read(key);
        strikeOutExcess();
    }

    private void read(ObjectKey key) throws IOException {
        List<Held> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folders.folder(key))) {
            for (Path file : files) {
                try {
                    held(key, file, Files.readAttributes(file, BasicFileAttributes.class))
                            .ifPresent(found::add);
                } catch (NoSuchFileException e) {
                    // it went while we looked
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // nothing is left of the key
        }
        leftovers.removeIf(held -> held.key().equals(key));
        holdings.replace(key, found);
        holdings.gave(key, numbers.of(key));
        manifests.remove(key);
    }

    private static Optional<Held> held(ObjectKey key, Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                ? VersionName.parse(file.getFileName().toString()).map(name -> name.held(key, order(attributes)))
                : Optional.empty();
    }

    static long order(Path file) throws IOException {
        return order(Files.readAttributes(file, BasicFileAttributes.class));
    }

    private static long order(BasicFileAttributes attributes) {
        Instant modified = attributes.lastModifiedTime().toInstant();
        return modified.getEpochSecond() * 1_000_000 + modified.getNano() / 1_000;
    }

    private static Optional<ObjectKey> keyOf(String line) {
        try {
            return Optional.of(ObjectKey.of(line));
        } catch (IllegalArgumentException torn) {
            return Optional.empty();
        }
    }
}
