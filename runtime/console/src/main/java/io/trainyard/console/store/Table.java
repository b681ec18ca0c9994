package io.trainyard.console.store;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, each column as wide as its widest cell; a heading that begins with {@code >} is set to the right. */
final class Table {

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        this.headings = List.of(headings);
    }

    /** Adds a row with a cell for each heading. */
    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The lines, each with its end. */
    @Override
    public String toString() {
        List<String> titles = headings.stream().map(Table::title).toList();
        int[] widths = titles.stream().mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        append(text, titles, widths);
        rows.forEach(row -> append(text, row, widths));
        return text.toString();
    }

    private void append(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            boolean right = headings.get(i).startsWith(">");
            line.append(i == 0 ? "" : "  ").append(right ? space + cells.get(i) : cells.get(i) + space);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static String title(String heading) {
        return heading.startsWith(">") ? heading.substring(1) : heading;
    }
}
