package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model of several files, as one value: the names, below a folder, and the bytes of each. The same files give the same
 * bytes, whatever their times, owners and order on disk:
 *
 * <pre>
 * trainyard-tree 1 &lt;SHA-256 of the lines that follow&gt;
 * &lt;length&gt; &lt;SHA-256&gt; config.json
 * &lt;length&gt; &lt;SHA-256&gt; weights/layer-1.bin
 *                                        one empty line, then the bytes of all files in this order
 * </pre>
 *
 * <p>Names are segments divided by {@code /}, at most {@value #MAX_NAME} characters, without control characters, {@code \}
 * and {@code :}; no segment is empty, ends with a dot or a space, or is a device of Windows (so never {@code ..}). No two
 * names differ in case or Unicode form only, and none is the folder of another one. Empty folders are not kept. Symbolic
 * links are refused, since they may lead out of the folder.
 */
public final class FileTree {

    /** What {@link Birth#codec} says of a version with such bytes. */
    public static final String CODEC = "tree/1";

    /** The most characters of a name. */
    public static final int MAX_NAME = 1_000;

    private static final String FIRST_LINE = "trainyard-tree 1 ";
    private static final Pattern LINE = Pattern.compile("([0-9]{1,10}) ([0-9a-f]{64}) (.+)");
    private static final int LONGEST_LINE = 4 * MAX_NAME + 100;

    private final SortedMap<String, byte[]> files;

    private FileTree(SortedMap<String, byte[]> files) {
        checkNames(files.keySet());
        this.files = files;
    }

    /**
     * These files by their names. Copies the arrays.
     *
     * @throws ObjectFormatException if a name cannot be used
     */
    public static FileTree of(Map<String, byte[]> files) {
        SortedMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((name, content) -> copy.put(name, content.clone()));
        return new FileTree(copy);
    }

    /**
     * The files of a folder.
     *
     * @throws ObjectFormatException if a name cannot be used, or a file is a symbolic link or none that has bytes
     * @throws IOException if the folder cannot be read
     */
    public static FileTree of(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = name(folder.relativize(file));
                if (!attributes.isRegularFile()) {
                    throw refused("the file " + quoted(name), "it is a symbolic link or no file of bytes");
                }
                files.put(name, Files.readAllBytes(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return new FileTree(files);
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws ObjectFormatException if it was something else, or is damaged
     */
    public static FileTree parse(byte[] bytes) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Lines lines = new Lines(bytes);
        String first = lines.next();
        if (!first.startsWith(FIRST_LINE)) {
            throw unreadable("they do not begin with \"" + FIRST_LINE + "\"");
        }
        int begin = lines.at;
        SortedMap<String, Matcher> entries = new TreeMap<>();
        String last = "";
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            Matcher entry = LINE.matcher(line);
            if (!entry.matches() || entry.group(3).compareTo(last) <= 0) {
                throw unreadable("the line " + quoted(line) + " is not one of a file, or not in order");
            }
            last = entry.group(3);
            entries.put(last, entry);
        }
        if (!first.equals(FIRST_LINE + Sha256.of(bytes, begin, lines.at - 1 - begin))) {
            throw unreadable("the names do not match their SHA-256 checksum");
        }
        long at = lines.at;
        for (Map.Entry<String, Matcher> entry : entries.entrySet()) {
            long length = Long.parseLong(entry.getValue().group(1));
            if (at + length > bytes.length) {
                throw unreadable("they end within the file " + quoted(entry.getKey()));
            }
            byte[] content = Arrays.copyOfRange(bytes, (int) at, (int) (at + length));
            if (!Sha256.of(content).equals(entry.getValue().group(2))) {
                throw unreadable("the file " + quoted(entry.getKey()) + " does not match its SHA-256 checksum");
            }
            files.put(entry.getKey(), content);
            at += length;
        }
        if (at != bytes.length) {
            throw unreadable("there are " + (bytes.length - at) + " bytes after the last file");
        }
        return new FileTree(files);
    }

    /** The names and the bytes, which nobody writes into. */
    public SortedMap<String, byte[]> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** All of it as one value. */
    public byte[] toBytes() {
        StringBuilder names = new StringBuilder();
        files.forEach((name, content) -> names.append(content.length)
                .append(' ')
                .append(Sha256.of(content))
                .append(' ')
                .append(name)
                .append('\n'));
        byte[] lines = names.toString().getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((FIRST_LINE + Sha256.of(lines) + "\n").getBytes(UTF_8));
        out.writeBytes(lines);
        out.write('\n');
        files.values().forEach(out::writeBytes);
        return out.toByteArray();
    }

    /**
     * Writes the files into a folder, which is created if need be. Nothing outside of it is touched, and no file that is
     * there is replaced.
     *
     * @throws ObjectFormatException if the folder is not empty
     * @throws IOException if it cannot be written; some files may have been
     */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var there = Files.newDirectoryStream(folder)) {
            if (there.iterator().hasNext()) {
                throw refused(
                        "the folder " + folder, "it is not empty, and its files would mix with those of the model");
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.resolveSibling(""));
            Files.write(target, file.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    private static String name(Path relative) {
        StringBuilder name = new StringBuilder();
        for (Path segment : relative) {
            name.append(name.isEmpty() ? "" : "/").append(segment);
        }
        return name.toString();
    }

    private static void checkNames(Set<String> names) {
        Set<String> folded = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (String name : names) {
            Optional<String> fault = fault(name);
            if (fault.isPresent()) {
                throw refused("the file " + quoted(name), fault.get());
            }
            String one = fold(name);
            if (!folded.add(one)) {
                throw refused("the file " + quoted(name), "another one differs in case or Unicode form only");
            }
            for (int slash = one.lastIndexOf('/'); slash > 0; slash = one.lastIndexOf('/', slash - 1)) {
                folders.add(one.substring(0, slash));
            }
        }
        folders.retainAll(folded);
        if (!folders.isEmpty()) {
            throw refused("the file " + quoted(folders.iterator().next()), "another one has this name for its folder");
        }
    }

    private static String fold(String name) {
        return Normalizer.normalize(
                Normalizer.normalize(name, Normalizer.Form.NFC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT),
                Normalizer.Form.NFC);
    }

    private static Optional<String> fault(String name) {
        if (name.length() > MAX_NAME) {
            return Optional.of("its name has " + name.length() + " characters, and " + MAX_NAME + " are the most");
        }
        if (!UTF_8.newEncoder().canEncode(name)) {
            return Optional.of("its name has half of a surrogate pair");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isISOControl(c) || c == '\\' || c == ':' || c == '\u2028' || c == '\u2029') {
                return Optional.of(
                        String.format(Locale.ROOT, "its name has the character U+%04X, which is not allowed", (int) c));
            }
        }
        for (String segment : name.split("/", -1)) {
            if (segment.isEmpty() || segment.endsWith(".") || segment.endsWith(" ") || ObjectKey.isDevice(segment)) {
                return Optional.of("a segment of its name is empty, ends with a dot or a space, or is a device");
            }
        }
        return Optional.empty();
    }

    private static ObjectFormatException refused(String what, String why) {
        return new ObjectFormatException(
                what + " cannot be part of a stored folder",
                why,
                "name plain files, such as weights/layer-1.bin, and an empty folder to write to",
                null);
    }

    private static ObjectFormatException unreadable(String why) {
        return new ObjectFormatException(
                "these bytes are no folder of files", why, "read them as what they were saved as", null);
    }

    private static String quoted(String name) {
        return '"' + (name.length() > 120 ? name.substring(0, 120) + "..." : name) + '"';
    }

    /** The lines at the beginning of bytes. */
    private static final class Lines {
        private final byte[] bytes;
        private int at;

        Lines(byte[] bytes) {
            this.bytes = bytes;
        }

        String next() {
            for (int end = at; end < Math.min(bytes.length, at + LONGEST_LINE); end++) {
                if (bytes[end] == '\n') {
                    String line = new String(bytes, at, end - at, UTF_8);
                    at = end + 1;
                    return line;
                }
            }
            throw unreadable("they end, or go on without end, within the names");
        }
    }
}
