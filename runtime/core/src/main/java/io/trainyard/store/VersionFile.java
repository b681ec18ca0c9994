package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trainyard.Format;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a version lies on disk: never changed once it is there, and every byte of it under a checksum.
 *
 * <pre>
 * 0000000007-1234                                        number and size in the name: a listing is enough for the books
 *
 * trainyard-version 1 &lt;bytes of the manifest&gt; &lt;SHA-256 of the manifest&gt;
 * {"dataEnd":...,"key":"sunday-trend/line","number":7,...,"sha256":"...","size":1234}
 * the bytes
 * </pre>
 */
final class VersionFile {

    private static final Pattern NAME = Pattern.compile("([0-9]{10,18})-([0-9]{1,18})");
    private static final Pattern HEAD = Pattern.compile("trainyard-version ([0-9]{1,9}) ([0-9]{1,6}) ([0-9a-f]{64})");
    private static final String FORMAT = "1";
    private static final int LONGEST_HEAD = 120;
    private static final ObjectType<ModelVersion> MANIFEST = ObjectType.of(ModelVersion.class);
    private static final ObjectCodec CODEC = new ObjectCodec();

    private VersionFile() {}

    /** What the name of a version's file says. */
    record Name(long number, long size) {}

    /** The file is not what was written; the message says in what way. */
    static final class Damage extends Exception {
        private static final long serialVersionUID = 1L;

        Damage(String message) {
            super(message);
        }
    }

    static String name(long number, long size) {
        return String.format(Locale.ROOT, "%010d-%d", number, size);
    }

    /** Empty for a file that is no version. */
    static Optional<Name> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new Name(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** Writes a new file and brings it to the disk before it returns. */
    static void write(Path file, ModelVersion version, byte[] content) throws IOException {
        byte[] manifest = CODEC.write(version, MANIFEST, Format.JSON);
        String head = "trainyard-version " + FORMAT + " " + manifest.length + " " + Sha256.of(manifest) + "\n";
        // a stream, since an interrupt closes a channel: a cancelled training must not tear the save that it had begun
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write((head + new String(manifest, UTF_8) + "\n").getBytes(UTF_8));
            out.write(content);
            out.getFD().sync();
        }
    }

    /** Reads and verifies all of it. */
    static StoredObject read(Path file, ObjectKey key, Name name) throws IOException, Damage {
        byte[] all = Files.readAllBytes(file);
        int end = endOfLine(all);
        Head head = Head.parse(all, end);
        int content = end + 1 + head.manifestLength + 1;
        if (content > all.length || all[content - 1] != '\n') {
            throw new Damage("the file ends within its manifest");
        }
        ModelVersion version = head.manifest(all, end + 1, key, name);
        if (all.length - content != version.size()) {
            throw new Damage("the file holds " + (all.length - content) + " of " + version.size() + " bytes");
        }
        byte[] bytes = Arrays.copyOfRange(all, content, all.length);
        if (!Sha256.of(bytes).equals(version.sha256())) {
            throw new Damage("the bytes do not match their SHA-256 checksum");
        }
        return new StoredObject(version, bytes);
    }

    /** Reads and verifies the manifest only. */
    static ModelVersion readManifest(Path file, ObjectKey key, Name name) throws IOException, Damage {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(1024);
            int end = endOfLine(start);
            Head head = Head.parse(start, end);
            int missing = end + 1 + head.manifestLength - start.length;
            if (missing > 0) {
                byte[] rest = in.readNBytes(missing);
                int known = start.length;
                start = Arrays.copyOf(start, known + rest.length);
                System.arraycopy(rest, 0, start, known, rest.length);
            }
            return head.manifest(start, end + 1, key, name);
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

    private record Head(int manifestLength, String sha256) {

        static Head parse(byte[] bytes, int end) throws Damage {
            Matcher matcher = HEAD.matcher(new String(bytes, 0, end, UTF_8));
            if (!matcher.matches()) {
                throw new Damage("the file does not begin as a version does");
            }
            if (!matcher.group(1).equals(FORMAT)) {
                throw new Damage("the file has format " + matcher.group(1) + ", and this Trainyard knows format "
                        + FORMAT + " only");
            }
            return new Head(Integer.parseInt(matcher.group(2)), matcher.group(3));
        }

        ModelVersion manifest(byte[] bytes, int offset, ObjectKey key, Name name) throws Damage {
            if (offset + manifestLength > bytes.length) {
                throw new Damage("the file ends within its manifest");
            }
            if (!Sha256.of(bytes, offset, manifestLength).equals(sha256)) {
                throw new Damage("the manifest does not match its SHA-256 checksum");
            }
            ModelVersion version =
                    CODEC.read(Arrays.copyOfRange(bytes, offset, offset + manifestLength), MANIFEST, Format.JSON);
            if (!version.key().equals(key.value())
                    || version.number() != name.number()
                    || version.size() != name.size()) {
                throw new Damage("the file belongs to version " + version.number() + " of \"" + version.key()
                        + "\", of " + version.size() + " bytes: it was renamed or moved");
            }
            return version;
        }
    }
}
