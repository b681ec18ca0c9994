package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table {@code keys.tsv} of keys and verdicts. Its words: {@code \t}, {@code \n}, {@code \\}, {@code \"} and
 * {@code \}{@code u0041} as in Java, and {@code {a*100}} for a text a hundred times over. Reasons: {@code empty},
 * {@code too-long}, {@code empty-segment}, {@code long-segment}, {@code edge} (a dot or space at the start or end of a
 * segment), {@code character}, {@code device}. The build-time check of the annotation processor reads the same table.
 */
final class KeyTable {

    private static final Pattern WORD = Pattern.compile("\\{([^{}*]+)\\*([0-9]+)}|\\\\u([0-9a-f]{4})|\\\\(.)");

    private KeyTable() {}

    record Row(String key, boolean good, String reason) {}

    static List<Row> rows() throws IOException {
        return cells("keys.tsv").stream()
                .map(cells -> new Row(cells.get(0), cells.get(1).equals("ok"), cells.get(2)))
                .toList();
    }

    /** The cells of a table, without its first line. */
    static List<List<String>> cells(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(KeyTable.class.getResourceAsStream(name));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split("\t", -1))
                            .map(KeyTable::unescaped)
                            .toList())
                    .toList();
        }
    }

    private static String unescaped(String cell) {
        return WORD.matcher(cell).replaceAll(match -> Matcher.quoteReplacement(meaning(match)));
    }

    private static String meaning(MatchResult word) {
        if (word.group(1) != null) {
            return word.group(1).repeat(Integer.parseInt(word.group(2)));
        }
        if (word.group(3) != null) {
            return String.valueOf((char) Integer.parseInt(word.group(3), 16));
        }
        return switch (word.group(4)) {
            case "t" -> "\t";
            case "n" -> "\n";
            default -> word.group(4);
        };
    }
}
