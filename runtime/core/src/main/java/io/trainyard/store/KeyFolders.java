package io.trainyard.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Which folder holds the versions of a key. Each segment is a folder; an upper-case letter is written as {@code %} and
 * its lower-case form, so that {@code Line} and {@code line} differ where the file system ignores case; and {@code %}
 * at the end closes the key, so that the versions of {@code a} never meet the folder of {@code a/b}:
 *
 * <pre>
 * sunday-trend/Line   ->   sunday-trend/%line%
 * </pre>
 */
final class KeyFolders {

    private static final char MARK = '%';

    private final Path root;

    KeyFolders(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path folder(ObjectKey key) {
        return root.resolve(encode(key));
    }

    /** The key of a folder that {@link #folder} names; empty for every other folder. */
    Optional<ObjectKey> key(Path folder) {
        StringBuilder path = new StringBuilder();
        for (Path name : root.relativize(folder)) {
            path.append(path.isEmpty() ? "" : "/").append(name);
        }
        return decode(path.toString());
    }

    static String encode(ObjectKey key) {
        StringBuilder encoded = new StringBuilder();
        for (char c : key.value().toCharArray()) {
            if (c >= 'A' && c <= 'Z') {
                encoded.append(MARK).append(Character.toLowerCase(c));
            } else {
                encoded.append(c);
            }
        }
        return encoded.append(MARK).toString();
    }

    static Optional<ObjectKey> decode(String path) {
        if (path.isEmpty() || path.charAt(path.length() - 1) != MARK) {
            return Optional.empty();
        }
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < path.length() - 1; i++) {
            boolean upper = path.charAt(i) == MARK;
            i += upper ? 1 : 0;
            decoded.append(upper ? path.substring(i, i + 1).toUpperCase(Locale.ROOT) : path.charAt(i));
        }
        try {
            ObjectKey key = ObjectKey.of(decoded.toString());
            return encode(key).equals(path) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
