package io.trainyard.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Between values and files or folders, for libraries that know nothing else. */
final class PathBridge {

    private static final String MORE = "the javadoc of io.trainyard.store.ObjectStore";

    private PathBridge() {}

    /**
     * A value from a file or a folder.
     *
     * @param codec as {@link Birth#codec} has it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Packed(byte[] content, String codec) {}

    static Packed pack(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new Packed(FileTree.of(path).toBytes(), FileTree.CODEC);
        }
        return new Packed(Files.readAllBytes(path), "bytes");
    }

    static void unpack(StoredObject object, Path target) throws IOException {
        if (FileTree.CODEC.equals(object.version().birth().codec())) {
            FileTree.parse(object.shared()).writeTo(target);
        } else {
            Files.write(target, object.shared(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    /** Runs {@code work} with a path in a folder of its own, which is gone afterwards. */
    static <T> T withTemporary(ObjectKey key, Work<T> work) throws IOException {
        Path folder = Files.createTempDirectory("trainyard-");
        try {
            String value = key.value();
            return work.at(folder.resolve(value.substring(value.lastIndexOf('/') + 1)));
        } finally {
            remove(folder);
        }
    }

    /** What is done with a path. */
    @FunctionalInterface
    interface Work<T> {
        T at(Path path) throws IOException;
    }

    static StoreException failed(String what, IOException cause) {
        return new StoreException(
                Explanation.of(
                        what,
                        cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                        "look after the file or folder, then try again",
                        MORE),
                cause);
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
