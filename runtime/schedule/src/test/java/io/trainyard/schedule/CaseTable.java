package io.trainyard.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A tab-separated table of cases among the test resources: {@code #} starts a comment, the first other line names the columns. */
public final class CaseTable {

    private CaseTable() {}

    /** The rows of {@code io/trainyard/schedule/<name>.tsv}. */
    public static Stream<Row> rows(String name) {
        try (InputStream in = CaseTable.class.getResourceAsStream("/io/trainyard/schedule/" + name + ".tsv")) {
            if (in == null) {
                throw new IllegalArgumentException("no table " + name);
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
            List<String> columns = List.of(lines.get(0).split("\t", -1));
            return lines.stream().skip(1).map(line -> row(columns, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> columns, String line) {
        String[] cells = line.split("\t", -1);
        Map<String, String> byName = new LinkedHashMap<>();
        IntStream.range(0, columns.size())
                .forEach(i -> byName.put(columns.get(i), i < cells.length ? cells[i].strip() : ""));
        return new Row(cells[0], byName);
    }

    /**
     * One case.
     *
     * @param id what its first column says
     * @param cells by the name of their column, empty where nothing stands
     */
    public record Row(String id, Map<String, String> cells) {

        /** The cell of a column that the table has. */
        public String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("no column " + column + " in " + cells.keySet());
            }
            return cell;
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
