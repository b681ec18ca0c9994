package io.trainyard.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The name of a stored object, such as {@code sunday-trend/line}. A value of this type has always kept the grammar, so
 * no back end has to ask again:
 *
 * <ul>
 *   <li>1 to {@value #MAX_LENGTH} characters: segments of 1 to {@value #MAX_SEGMENT} characters, divided by {@code /}
 *       (so no {@code /} at the start or the end, and no two in a row);
 *   <li>a segment has ASCII letters, digits, {@code -}, {@code _}, {@code .}, {@code =}, {@code #}, {@code $},
 *       {@code +}, {@code @}, {@code ,} and spaces, and neither starts nor ends with a dot or a space (so never
 *       {@code ..});
 *   <li>no segment is a device of Windows ({@code CON}, {@code PRN}, {@code AUX}, {@code NUL}, {@code COM0} to
 *       {@code COM9}, {@code LPT0} to {@code LPT9}, {@code CONIN$}, {@code CONOUT$}), in upper or lower case, with or
 *       without an extension.
 * </ul>
 *
 * <p>Upper and lower case are different keys, on every file system. A key may be the start of another one: {@code a} and
 * {@code a/b} live side by side.
 *
 * @param value the key as written
 */
public record ObjectKey(String value) implements Comparable<ObjectKey> {

    /** The most characters of a key. */
    public static final int MAX_LENGTH = 200;

    /** The most characters of a segment: in the widest spelling on disk it is still a file name. */
    public static final int MAX_SEGMENT = 100;

    private static final String PUNCTUATION = "-_.=#$+@, ";
    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$");

    /**
     * Checks the grammar.
     *
     * @throws IllegalArgumentException if {@code value} is no key; the message says why, and what to write instead
     */
    public ObjectKey {
        Objects.requireNonNull(value, "key");
        Optional<String> fault = fault(value);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(refusal("key", value, fault.get()));
        }
    }

    /**
     * The key with this name.
     *
     * @throws IllegalArgumentException if {@code value} is no key; the message says why, and what to write instead
     */
    public static ObjectKey of(String value) {
        return new ObjectKey(value);
    }

    /**
     * The start of keys, checked; for back ends. Any text that can be continued to a key, or is one, or nothing.
     *
     * @throws IllegalArgumentException if no key can start with {@code prefix}
     */
    public static String prefix(String prefix) {
        Objects.requireNonNull(prefix, "prefix");
        Optional<String> fault = fault(prefix + "x");
        if (fault.isPresent() && fault(prefix).isPresent()) {
            throw new IllegalArgumentException(refusal("prefix", prefix, fault.get()));
        }
        return prefix;
    }

    /** Which of these keys was probably meant by this one; empty where none is much like it. */
    public Optional<ObjectKey> nearest(Collection<ObjectKey> others) {
        return NearestKey.to(this, others);
    }

    @Override
    public int compareTo(ObjectKey other) {
        return value.compareTo(other.value);
    }

    /** The key as written. */
    @Override
    public String toString() {
        return value;
    }

    private static Optional<String> fault(String value) {
        if (value.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (value.length() > MAX_LENGTH) {
            return Optional.of("it has " + value.length() + " characters, and " + MAX_LENGTH + " are the most");
        }
        for (String segment : value.split("/", -1)) {
            Optional<String> fault = faultOfSegment(segment);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> faultOfSegment(String segment) {
        if (segment.isEmpty()) {
            return Optional.of("a segment is empty: a / stands between two segments, one at a time");
        }
        for (int i = 0; i < segment.length(); i++) {
            if (!allowed(segment.charAt(i))) {
                return Optional.of("the character " + shown(segment.charAt(i))
                        + " is not allowed: letters from A to Z, digits, and - _ . = # $ + @ , and space are");
            }
        }
        if (atEdge(segment.charAt(0)) || atEdge(segment.charAt(segment.length() - 1))) {
            return Optional.of("the segment " + quoted(segment) + " starts or ends with a dot or a space");
        }
        if (segment.length() > MAX_SEGMENT) {
            return Optional.of(
                    "a segment has " + segment.length() + " characters, and " + MAX_SEGMENT + " are the most");
        }
        if (isDevice(segment)) {
            return Optional.of("the segment " + quoted(segment) + " is the name of a device of Windows");
        }
        return Optional.empty();
    }

    private static boolean allowed(char c) {
        boolean letter = 'a' <= (c | 0x20) && (c | 0x20) <= 'z';
        boolean digit = '0' <= c && c <= '9';
        return letter || digit || PUNCTUATION.indexOf(c) >= 0;
    }

    private static boolean atEdge(char c) {
        return c == '.' || c == ' ';
    }

    /** Whether Windows takes this for a device. */
    static boolean isDevice(String segment) {
        int dot = segment.indexOf('.');
        // Windows drops the spaces before the extension before it looks for a device
        String base = (dot < 0 ? segment : segment.substring(0, dot)).stripTrailing();
        String upper = base.toUpperCase(Locale.ROOT);
        boolean numbered = upper.length() == 4
                && (upper.startsWith("COM") || upper.startsWith("LPT"))
                && Character.isDigit(upper.charAt(3));
        return numbered || DEVICES.contains(upper);
    }

    private static String refusal(String what, String value, String why) {
        return Explanation.of(
                what + " " + quoted(value) + " cannot be used in the object store",
                why,
                repaired(value)
                        .map(ObjectKey::quoted)
                        .orElse("a key such as \"sunday-trend/line\": segments divided by /"),
                "the javadoc of io.trainyard.store.ObjectKey has the whole grammar");
    }

    /** What was probably meant; nothing where that takes a guess. */
    private static Optional<String> repaired(String value) {
        if (value.length() > 2 * MAX_LENGTH || value.contains("..")) {
            return Optional.empty();
        }
        String repaired = Arrays.stream(value.replace('\\', '/').split("/"))
                .map(segment -> segment.chars()
                        .mapToObj(c -> allowed((char) c) ? String.valueOf((char) c) : "-")
                        .collect(Collectors.joining()))
                .map(segment -> segment.replaceAll("^[. ]+|[. ]+$", ""))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> isDevice(segment) ? "the-" + segment : segment)
                .collect(Collectors.joining("/"));
        boolean saysSomething = repaired.chars().anyMatch(Character::isLetterOrDigit);
        return saysSomething && fault(repaired).isEmpty() ? Optional.of(repaired) : Optional.empty();
    }

    private static String quoted(String text) {
        String cut = text.length() > 80 ? text.substring(0, 80) + "..." : text;
        return '"' + cut.chars().mapToObj(c -> visible((char) c)).collect(Collectors.joining()) + '"';
    }

    private static String shown(char c) {
        String code = String.format(Locale.ROOT, "U+%04X", (int) c);
        return c > ' ' && c < 0x7f ? c + " (" + code + ")" : code;
    }

    private static String visible(char c) {
        return c >= ' ' && c < 0x7f ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c);
    }
}
