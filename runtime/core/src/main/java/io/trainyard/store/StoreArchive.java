package io.trainyard.store;

import io.trainyard.store.VersionFile.Damage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Versions of a store as one file, to be carried elsewhere: a zip with a file for each version, named and written as
 * {@link DiskStore} does, each with its checksums. The same versions give the same bytes.
 */
public final class StoreArchive {

    private StoreArchive() {}

    /**
     * What came of reading an archive.
     *
     * @param copied versions that are new in the store
     * @param skipped versions that were there already, with the same number and checksum
     */
    public record Imported(int copied, int skipped) {}

    /**
     * Writes all versions of the keys that start with {@code prefix}, and leaves the stream open.
     *
     * @return how many
     * @throws DamagedObjectException if a version is damaged: verify the store, and delete or restore it
     * @throws IOException if the stream cannot be written
     */
    public static int export(StoreBackend store, String prefix, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        int written = 0;
        for (ObjectKey key : store.keys(prefix)) {
            for (VersionEntry listed : store.list(key)) {
                Optional<StoredObject> object = store.version(key, listed.number());
                if (object.isPresent()) {
                    ModelVersion version = object.get().version();
                    byte[] content = object.get().shared();
                    ZipEntry entry = new ZipEntry(KeyFolders.encode(key) + "/" + VersionName.of(version));
                    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                    zip.putNextEntry(entry);
                    zip.write(VersionFile.start(version, content).start());
                    zip.write(content);
                    zip.closeEntry();
                    written++;
                }
            }
        }
        zip.finish();
        return written;
    }

    /**
     * Saves the versions of an archive under their own keys and numbers, each for itself: after an error those before it
     * are there, and the archive can be read again.
     *
     * @throws ObjectFormatException if the stream is no such archive, or damaged
     * @throws VersionConflictException if the store has other versions with these numbers
     * @throws QuotaExceededException if a version does not fit
     * @throws IOException if the stream cannot be read
     */
    public static Imported importInto(StoreBackend store, InputStream in) throws IOException {
        try {
            return importAll(store, new ZipInputStream(in));
        } catch (ZipException | EOFException e) {
            throw damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private static Imported importAll(StoreBackend store, ZipInputStream zip) throws IOException {
        int copied = 0;
        int skipped = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            StoredObject object = read(zip, entry.getName());
            ModelVersion version = object.version();
            boolean there = store.manifest(ObjectKey.of(version.key()), version.number())
                    .filter(old -> old.sha256().equals(version.sha256()))
                    .isPresent();
            if (there) {
                skipped++;
            } else {
                store.commit(Commit.copy(version, object.shared()));
                copied++;
            }
        }
        if (copied + skipped == 0) {
            throw damaged("it has no versions", null);
        }
        return new Imported(copied, skipped);
    }

    private static StoredObject read(InputStream zip, String name) throws IOException {
        int slash = name.lastIndexOf('/');
        Optional<ObjectKey> key = slash < 0 ? Optional.empty() : KeyFolders.decode(name.substring(0, slash));
        Optional<VersionName> file = VersionName.parse(name.substring(slash + 1));
        if (key.isEmpty() || file.isEmpty()) {
            throw damaged("\"" + name + "\" is no version", null);
        }
        // no entry can be longer than what its name says, however much it claims to hold
        byte[] bytes = zip.readNBytes(
                (int) Math.min(Integer.MAX_VALUE - 8L, file.get().size() + VersionFile.LONGEST_START + 1L));
        try {
            return VersionFile.read(new ByteArrayInputStream(bytes), bytes.length, key.get(), file.get())
                    .object();
        } catch (Damage e) {
            throw damaged("\"" + name + "\": " + e.getMessage(), e);
        }
    }

    private static ObjectFormatException damaged(String why, @Nullable Throwable cause) {
        return new ObjectFormatException(
                "these bytes are no archive of a store", why, "export the versions again", cause);
    }
}
