package io.trainyard.store;

import java.io.EOFException;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A version whose manifest was verified before, so that its file need not be parsed again: it is opened, read and closed,
 * and every byte is verified, those before the content against the ones that are known.
 */
final class KnownVersion {

    private static final int SMALL = 16 * 1024;
    private static final int CHUNK = 256 * 1024;

    private final ModelVersion version;
    private final byte[] start;
    private final long crc;

    /**
     * @param start all bytes of the file before the content; nobody writes into them any more
     * @param crc CRC-32C of the content
     */
    KnownVersion(ModelVersion version, byte[] start, long crc) {
        this.version = version;
        this.start = start;
        this.crc = crc;
    }

    ModelVersion version() {
        return version;
    }

    /** All bytes of the file before the content, which nobody writes into. */
    byte[] start() {
        return start;
    }

    /** CRC-32C of the content. */
    long crc() {
        return crc;
    }

    /**
     * The content; empty if the file is not, byte for byte, what is known: then it is for {@link VersionFile} to say why.
     *
     * @throws IOException also if there is no such file any more
     */
    Optional<StoredObject> read(File file, boolean pinned) throws IOException {
        if (version.size() > VersionFile.LARGEST) {
            return Optional.empty();
        }
        // opened faster than a stream, and not closed by an interrupt as a channel is
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
            Optional<byte[]> content = version.size() <= SMALL ? small(in) : large(in);
            return content.map(bytes -> new StoredObject(version.withPinned(pinned), bytes, false));
        } catch (FileNotFoundException e) {
            throw VersionFile.whyNotFound(file.toPath(), e);
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    /** In one step, which is most of the time that a small file takes. */
    private Optional<byte[]> small(RandomAccessFile in) throws IOException {
        byte[] all = new byte[start.length + (int) version.size() + 1];
        int read = in.read(all, 0, all.length);
        if (read != all.length - 1 || !isStart(all)) {
            return Optional.empty();
        }
        CRC32C sum = new CRC32C();
        sum.update(all, start.length, (int) version.size());
        return sum.getValue() == crc ? Optional.of(Arrays.copyOfRange(all, start.length, read)) : Optional.empty();
    }

    /** In pieces, so that each is still in the cache of the processor when it is summed up. */
    private Optional<byte[]> large(RandomAccessFile in) throws IOException {
        byte[] first = new byte[start.length];
        in.readFully(first);
        if (!isStart(first)) {
            return Optional.empty();
        }
        byte[] content = new byte[(int) version.size()];
        CRC32C sum = new CRC32C();
        for (int done = 0; done < content.length; ) {
            int piece = Math.min(CHUNK, content.length - done);
            in.readFully(content, done, piece);
            sum.update(content, done, piece);
            done += piece;
        }
        return sum.getValue() == crc && in.read() < 0 ? Optional.of(content) : Optional.empty();
    }

    private boolean isStart(byte[] bytes) {
        return Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
