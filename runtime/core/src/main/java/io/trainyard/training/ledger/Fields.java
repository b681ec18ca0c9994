package io.trainyard.training.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a line: its kind, then {@code name=value} for each field. Spaces, line ends and other characters that would
 * break the line are written as {@code %20} is; all others as they are. A field that is null is left out.
 */
final class Fields {

    /** Messages of exceptions have no limit; a line has. */
    private static final int LONGEST_TEXT = 4_000;

    private final String kind;
    /** Names and values by turns: so few that looking through them is faster than a map. */
    private final List<String> words = new ArrayList<>(20);

    Fields(String kind) {
        this.kind = kind;
    }

    String kind() {
        return kind;
    }

    Fields put(String name, @Nullable Object value) {
        if (value != null) {
            words.add(name);
            words.add(value.toString());
        }
        return this;
    }

    /** Puts words for people, the end of them left out where they are too many. */
    Fields putText(String name, String words) {
        return put(name, words.length() <= LONGEST_TEXT ? words : words.substring(0, LONGEST_TEXT) + " ...");
    }

    /**
     * The value of a field.
     *
     * @throws IllegalArgumentException if the line has no such field
     */
    String text(String name) {
        String value = find(name);
        if (value == null) {
            throw new IllegalArgumentException("\"" + kind + "\" without " + name);
        }
        return value;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    private @Nullable String find(String name) {
        for (int i = 0; i < words.size(); i += 2) {
            if (words.get(i).equals(name)) {
                return words.get(i + 1);
            }
        }
        return null;
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    Instant instant(String name) {
        return InstantText.read(text(name));
    }

    Duration duration(String name) {
        return Duration.parse(text(name));
    }

    void writeTo(StringBuilder line) {
        line.append(kind);
        for (int i = 0; i < words.size(); i += 2) {
            line.append(' ').append(words.get(i)).append('=');
            escape(words.get(i + 1), line);
        }
    }

    /**
     * Reads words from {@code start} on.
     *
     * @throws IllegalArgumentException if they are none
     */
    static Fields read(String line, int start) {
        int end = endOfWord(line, start);
        Fields fields = new Fields(line.substring(start, end));
        while (end < line.length()) {
            int from = end + 1;
            end = endOfWord(line, from);
            int equals = line.indexOf('=', from);
            if (equals < 0 || equals >= end) {
                throw new IllegalArgumentException("\"" + line.substring(from, end) + "\" is no field");
            }
            fields.words.add(line.substring(from, equals));
            fields.words.add(unescape(line, equals + 1, end));
        }
        return fields;
    }

    static int endOfWord(String line, int start) {
        int end = line.indexOf(' ', start);
        return end < 0 ? line.length() : end;
    }

    private static boolean breaksTheLine(char c) {
        return c <= ' ' || c == '%' || c == 0x7f;
    }

    private static void escape(String value, StringBuilder line) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (breaksTheLine(c)) {
                line.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                line.append(c);
            }
        }
    }

    private static String unescape(String line, int start, int end) {
        int next = line.indexOf('%', start);
        if (next < 0 || next >= end) {
            return line.substring(start, end);
        }
        StringBuilder value = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = line.charAt(i);
            if (c == '%' && i + 2 < line.length()) {
                c = (char) Integer.parseInt(line, i + 1, i + 3, 16);
                i += 2;
            }
            value.append(c);
        }
        return value.toString();
    }
}
