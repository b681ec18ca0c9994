package io.trainyard.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.ObjLongConsumer;
import java.util.regex.Pattern;

/**
 * The highest number of each key whose version with that number is gone, so that it is never given again. An empty file for
 * each such key, beside the folders of the versions: its name says all, so it cannot be torn.
 *
 * <pre>
 * gone/sunday-trend/line%/0000000010
 * </pre>
 */
final class GoneNumbers {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{10,18}");

    private final KeyFolders folders;
    private final Disk disk;

    GoneNumbers(Path root, Disk disk) {
        this.folders = new KeyFolders(root);
        this.disk = disk;
    }

    /** Has a number on the disk when it returns; the caller holds the lock of the store's folder. */
    void remember(ObjectKey key, long number) throws IOException {
        Path folder = folders.folder(key);
        disk.createDurably(folder);
        disk.createFile(folder.resolve(VersionName.padded(number)));
        disk.sync(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (number(file) < number) {
                    disk.delete(file);
                }
            }
        }
    }

    /** The highest number of this key that is remembered; 0 for none. */
    long of(ObjectKey key) throws IOException {
        long highest = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folders.folder(key))) {
            for (Path file : files) {
                highest = Math.max(highest, number(file));
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // none is
        }
        return highest;
    }

    /** All that are remembered. */
    void forEach(ObjLongConsumer<ObjectKey> each) throws IOException {
        if (!Files.isDirectory(folders.root())) {
            return;
        }
        Files.walkFileTree(folders.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                folders.key(file.resolveSibling("")).ifPresent(key -> each.accept(key, number(file)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        return NUMBER.matcher(name).matches() ? Long.parseLong(name) : 0;
    }
}
