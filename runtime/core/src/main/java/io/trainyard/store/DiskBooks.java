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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of a store's folder: the books, those manifests that somebody asked for, and the changes of the
 * other processes. The files are the truth; whoever suspects that one is gone has the folder looked at again.
 *
 * <p>Thread-safe: everything happens under its own monitor, never under that of a caller.
 */
final class DiskBooks {

    private final KeyFolders folders;
    private final Disk disk;
    private final ChangeLog changes;
    private final Holdings holdings = new Holdings();
    private final Map<ObjectKey, Map<Long, ModelVersion>> manifests = new HashMap<>();

    DiskBooks(KeyFolders folders, Disk disk, ChangeLog changes) {
        this.folders = folders;
        this.disk = disk;
        this.changes = changes;
    }

    /** Reads the folder, and removes empty ones; the caller holds the folder's lock. */
    synchronized void start(boolean tellOthers) throws IOException {
        // first the place in the changes, then the files: a change between the two is seen twice, not never
        changes.poll();
        scan(true);
        if (tellOthers) {
            changes.appendEverything();
        }
    }

    /** Reads the folder anew and has the others do so, too; the caller holds the folder's lock. */
    synchronized void startAgain() throws IOException {
        changes.poll();
        scan(false);
        changes.appendEverything();
    }

    /** Looks at the books as they are after all that the others have committed. */
    synchronized <T> T look(Function<Holdings, T> looking) throws IOException {
        catchUp();
        return looking.apply(holdings);
    }

    /** Looks at what the other processes changed. */
    synchronized void catchUp() throws IOException {
        ChangeLog.News news = changes.poll();
        if (news.everything()) {
            scan(false);
            return;
        }
        for (String line : news.keys()) {
            Optional<ObjectKey> key = keyOf(line);
            if (key.isPresent()) {
                lookAgain(key.get());
            }
        }
    }

    /** Enters what this process committed, and strikes out what makes room for it: nobody sees the one without the other. */
    synchronized void enter(Held held, ModelVersion version, List<Held> dropped) {
        holdings.put(held);
        remember(held, version);
        dropped.forEach(this::forget);
    }

    /** Enters that a version was pinned or unpinned by this process. */
    synchronized void mark(Held held) {
        holdings.put(held);
    }

    /** Strikes out what this process removed. */
    synchronized void forget(Held held) {
        holdings.remove(held.key(), held.number());
        Map<Long, ModelVersion> known = manifests.get(held.key());
        if (known != null) {
            known.remove(held.number());
        }
    }

    /** Tells the other processes; the caller holds the folder's lock. */
    synchronized void announce(List<ObjectKey> keys) throws IOException {
        changes.append(keys);
    }

    synchronized Optional<ModelVersion> manifest(Held held) {
        return Optional.ofNullable(manifests.getOrDefault(held.key(), Map.of()).get(held.number()))
                .map(version -> version.withPinned(held.pinned()));
    }

    /** Keeps a manifest that was read, if the books still mean that file. */
    synchronized void remember(Held held, ModelVersion version) {
        if (holdings.version(held.key(), held.number()).equals(Optional.of(held))) {
            manifests.computeIfAbsent(held.key(), key -> new HashMap<>()).put(held.number(), version);
        }
    }

    /** Reads the folder from end to end; the caller has this monitor. */
    private void scan(boolean sweep) throws IOException {
        holdings.clear();
        manifests.clear();
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
        holdings.replace(key, found);
        manifests.remove(key);
    }

    private static Optional<Held> held(ObjectKey key, Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                ? VersionFile.Name.parse(file.getFileName().toString()).map(name -> name.held(key, order(attributes)))
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
