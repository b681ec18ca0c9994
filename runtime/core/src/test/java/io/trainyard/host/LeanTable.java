package io.trainyard.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A table of LEAN's tests and source, each row of which means something here, or has a reason why it does not. A row of which
 * neither is said fails.
 */
final class LeanTable {

    private LeanTable() {}

    /** The rows that mean something. */
    static Stream<Arguments> rows(String table, Map<String, Executable> meanings, Map<String, String> elsewhere) {
        List<String> rows = lines(table);
        List<String> names = rows.stream().map(LeanTable::id).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(Stream.concat(meanings.keySet().stream(), elsewhere.keySet().stream()))
                .as("rows of %s that mean something, and those that do not and why", table)
                .containsExactlyInAnyOrderElementsOf(names);
        return rows.stream()
                .filter(row -> meanings.containsKey(id(row)))
                .map(row -> Arguments.of(Named.of(row, Objects.requireNonNull(meanings.get(id(row))))));
    }

    /** The cell of a row under a column. */
    static String cell(String table, String id, int column) {
        return lines(table).stream()
                .filter(row -> id(row).equals(id))
                .findFirst()
                .orElseThrow()
                .split("\t", -1)[column];
    }

    private static String id(String row) {
        return row.substring(0, row.indexOf('\t'));
    }

    private static List<String> lines(String table) {
        try (InputStream in = Objects.requireNonNull(LeanTable.class.getResourceAsStream(table), table);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
