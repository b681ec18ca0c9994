package io.trainyard.models.tensorflow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A folder that is there while TensorFlow, which writes and reads models as folders only, is at work on it; in the JVM's temporary
 * folder. Deleted with all that is in it by {@link #close}.
 */
final class SavedModelFolder implements AutoCloseable {

    /** The first day that a zip file knows, so that the same files are the same bytes. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path path;

    private SavedModelFolder(Path path) {
        this.path = path;
    }

    /** An empty one. */
    static SavedModelFolder create() throws IOException {
        return new SavedModelFolder(Files.createTempDirectory("trainyard-tensorflow-"));
    }

    /**
     * One with the files of a zip file.
     *
     * @throws IOException if it is none, or a name in it leads out of the folder
     */
    static SavedModelFolder unzipped(byte[] zip) throws IOException {
        SavedModelFolder folder = create();
        boolean whole = false;
        try {
            folder.unzip(zip);
            whole = true;
            return folder;
        } finally {
            if (!whole) {
                folder.close();
            }
        }
    }

    private void unzip(byte[] zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = path.resolve(entry.getName()).normalize();
                if (!file.startsWith(path) || file.equals(path)) {
                    throw new IOException(
                            "it names a file \"" + entry.getName() + "\", which is not inside a folder of its own");
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                }
            }
        }
    }

    Path path() {
        return path;
    }

    /** Its files as a zip file; the same bytes for the same files. */
    byte[] zipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : names()) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(NEVER);
                out.putNextEntry(entry);
                Files.copy(path.resolve(name), out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
