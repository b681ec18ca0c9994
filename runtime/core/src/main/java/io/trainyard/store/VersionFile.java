package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trainyard.Format;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * How a version lies on disk: never changed once it is there, and every byte of it under a checksum.
 *
 * <pre>
 * trainyard-version 2 &lt;bytes of the manifest&gt; &lt;SHA-256 of the manifest&gt; &lt;CRC-32C of the bytes&gt;
 * {"key":"sunday-trend/line","number":7,...,"sha256":"...","size":1234}
 * the bytes
 * </pre>
 *
 * <p>The name of the file is a {@link VersionName}. Reading verifies the manifest by its SHA-256 and the bytes by their CRC-32C, which finds damage as surely and costs a
 * twentieth; who wants to know whether somebody forged them verifies the SHA-256 of the manifest, too.
 */
final class VersionFile {

    private static final Pattern HEAD =
            Pattern.compile("trainyard-version ([0-9]{1,9}) ([0-9]{1,6}) ([0-9a-f]{64}) ([0-9a-f]{8})");
    private static final String FORMAT = "2";
    private static final int LONGEST_HEAD = 120;
    static final int LONGEST_START = LONGEST_HEAD + 1_000_000;
    static final int LARGEST = Integer.MAX_VALUE - 8;
    private static final int FIRST = 4096;
    private static final int CHUNK = 256 * 1024;
    private static final ObjectType<Manifest> MANIFEST = ObjectType.of(Manifest.class);
    private static final ObjectCodec CODEC = new ObjectCodec();

    private VersionFile() {}

    /** What the file says of the version: all that never changes, and whether it was pinned from the start. */
    private record Manifest(
            String key,
            long number,
            Instant committedAt,
            boolean candidate,
            boolean pinned,
            long size,
            String sha256,
            Birth birth) {

        static Manifest of(ModelVersion version) {
            return new Manifest(
                    version.key(),
                    version.number(),
                    version.committedAt(),
                    version.candidate(),
                    version.pinned(),
                    version.size(),
                    version.sha256(),
                    version.birth());
        }

        ModelVersion version() {
            return new ModelVersion(key, number, birth, committedAt, candidate, pinned, size, sha256);
        }
    }

    /** The file is not what was written; the message says in what way. */
    static final class Damage extends Exception {
        private static final long serialVersionUID = 1L;

        Damage(String message) {
            super(message);
        }
    }

    /** Bytes that were verified, and their manifest. */
    record Whole(KnownVersion known, StoredObject object) {}

    /** The version with what comes before its bytes. */
    static KnownVersion start(ModelVersion version, byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content, 0, content.length);
        return start(version, crc.getValue());
    }

    /** The same for bytes that were summed up before. */
    static KnownVersion start(ModelVersion version, long crc) {
        byte[] manifest = CODEC.write(Manifest.of(version), MANIFEST, Format.JSON);
        byte[] head = new Head(manifest.length, Sha256.of(manifest), crc).line();
        byte[] start = Arrays.copyOf(head, head.length + manifest.length + 1);
        System.arraycopy(manifest, 0, start, head.length, manifest.length);
        start[start.length - 1] = '\n';
        return new KnownVersion(version, start, crc);
    }

    /** Reads and verifies all of it. */
    static Whole read(Path file, ObjectKey key, VersionName name) throws IOException, Damage {
        long length = Files.size(file);
        try (InputStream in = open(file)) {
            return read(in, length, key, name);
        }
    }

    /** Reads and verifies a stream of this length. */
    static Whole read(InputStream in, long length, ObjectKey key, VersionName name) throws IOException, Damage {
        Start start = Start.read(in, key, name);
        if (length - start.contentAt != name.size() || name.size() > LARGEST) {
            throw new Damage(
                    "the file holds " + Math.max(0, length - start.contentAt) + " of " + name.size() + " bytes");
        }
        byte[] content = new byte[(int) name.size()];
        int done = start.copyTo(content);
        CRC32C crc = new CRC32C();
        crc.update(content, 0, done);
        while (done < content.length) {
            // in pieces, so that each is still in the cache of the processor when it is summed up
            int read = in.readNBytes(content, done, Math.min(CHUNK, content.length - done));
            if (read == 0) {
                throw new Damage("the file was cut short while it was read");
            }
            crc.update(content, done, read);
            done += read;
        }
        if (crc.getValue() != start.head.crc()) {
            throw new Damage("the bytes do not match their CRC-32C checksum");
        }
        return new Whole(start.known(), new StoredObject(start.version, content, false));
    }

    /**
     * Reads and verifies a file that has no name of its own yet.
     *
     * @throws Damage also if it is one of another program
     */
    static ModelVersion readDraft(Path file) throws IOException, Damage {
        ModelVersion version;
        try (InputStream in = open(file)) {
            byte[] start = in.readNBytes(LONGEST_START);
            int end = endOfLine(start);
            Head head = Head.parse(start, end);
            if (start.length <= end + 1 + head.manifestLength()) {
                throw new Damage("the file ends within its manifest");
            }
            version = head.manifest(start, end + 1);
        }
        // under the name that it is to get, which says whether it was pinned from the start
        return read(file, ObjectKey.of(version.key()), VersionName.of(version))
                .object()
                .version();
    }

    /** Reads and verifies the manifest only. */
    static KnownVersion readManifest(Path file, ObjectKey key, VersionName name) throws IOException, Damage {
        try (InputStream in = open(file)) {
            return Start.read(in, key, name).known();
        }
    }

    /** A stream, as an interrupt closes a channel. */
    private static InputStream open(Path file) throws IOException {
        try {
            return new FileInputStream(file.toFile());
        } catch (FileNotFoundException e) {
            throw whyNotFound(file, e);
        }
    }

    /** What is meant where a file cannot be opened. */
    static IOException whyNotFound(Path file, FileNotFoundException e) {
        return Files.exists(file)
                ? new AccessDeniedException(file.toString(), null, e.getMessage())
                : new NoSuchFileException(file.toString());
    }

    /** The beginning of a file: head, manifest, and what was read beyond. */
    private static final class Start {

        private final Head head;
        private final ModelVersion version;
        private final byte[] read;
        private final int contentAt;

        private Start(Head head, ModelVersion version, byte[] read, int contentAt) {
            this.head = head;
            this.version = version;
            this.read = read;
            this.contentAt = contentAt;
        }

        static Start read(InputStream in, ObjectKey key, VersionName name) throws IOException, Damage {
            byte[] start = in.readNBytes(FIRST);
            int end = endOfLine(start);
            Head head = Head.parse(start, end);
            int contentAt = end + 1 + head.manifestLength() + 1;
            if (contentAt > start.length) {
                int known = start.length;
                start = Arrays.copyOf(start, contentAt);
                if (in.readNBytes(start, known, contentAt - known) < contentAt - known) {
                    throw new Damage("the file ends within its manifest");
                }
            }
            if (start[contentAt - 1] != '\n') {
                throw new Damage("the manifest has no end");
            }
            return new Start(head, head.manifest(start, end + 1, key, name), start, contentAt);
        }

        KnownVersion known() {
            return new KnownVersion(version, Arrays.copyOf(read, contentAt), head.crc());
        }

        int copyTo(byte[] content) {
            int length = Math.min(content.length, read.length - contentAt);
            System.arraycopy(read, contentAt, content, 0, length);
            return length;
        }
    }

    private static int endOfLine(byte[] bytes) throws Damage {
        for (int i = 0; i < Math.min(bytes.length, LONGEST_HEAD); i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        throw new Damage("the file does not begin as a version does");
    }

    private record Head(int manifestLength, String sha256, long crc) {

        static Head parse(byte[] bytes, int end) throws Damage {
            Matcher matcher = HEAD.matcher(new String(bytes, 0, end, UTF_8));
            if (!matcher.matches()) {
                throw new Damage("the file does not begin as a version does");
            }
            if (!matcher.group(1).equals(FORMAT)) {
                throw new Damage("the file has format " + matcher.group(1) + ", and this Trainyard knows format "
                        + FORMAT + " only");
            }
            return new Head(Integer.parseInt(matcher.group(2)), matcher.group(3), Long.parseLong(matcher.group(4), 16));
        }

        /** The first line. */
        byte[] line() {
            return String.format(Locale.ROOT, "trainyard-version %s %d %s %08x\n", FORMAT, manifestLength, sha256, crc)
                    .getBytes(UTF_8);
        }

        ModelVersion manifest(byte[] bytes, int offset, ObjectKey key, VersionName name) throws Damage {
            ModelVersion version = manifest(bytes, offset).withPinned(name.pinned());
            if (!version.key().equals(key.value()) || !VersionName.of(version).equals(name)) {
                throw new Damage("the file belongs to version " + version.number() + " of \"" + version.key()
                        + "\", of " + version.size() + " bytes: it was renamed or moved");
            }
            return version;
        }

        ModelVersion manifest(byte[] bytes, int offset) throws Damage {
            if (!Sha256.of(bytes, offset, manifestLength).equals(sha256)) {
                throw new Damage("the manifest does not match its SHA-256 checksum");
            }
            byte[] json = Arrays.copyOfRange(bytes, offset, offset + manifestLength);
            return CODEC.read(json, MANIFEST, Format.JSON).version();
        }
    }
}
