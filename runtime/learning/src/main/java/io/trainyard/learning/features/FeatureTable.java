package io.trainyard.learning.features;

import io.trainyard.learning.Samples;
import io.trainyard.learning.UnfitDataException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Features of many windows: a row for each window, a column for each feature. Immutable. */
public final class FeatureTable {

    private final List<String> names;
    private final List<Instant> times;
    private final double[][] rows;

    private FeatureTable(List<String> names, List<Instant> times, double[][] rows) {
        this.names = names;
        this.times = times;
        this.rows = rows;
    }

    /**
     * A table.
     *
     * @param names of the columns, each once
     * @param times when each row could be known
     * @param rows a value for each column; NaN where a feature is not defined
     * @throws UnfitDataException if the shapes do not fit together, or a name is twice
     */
    public static FeatureTable of(List<String> names, List<Instant> times, double[][] rows) {
        boolean fits = times.size() == rows.length
                && Arrays.stream(rows).allMatch(row -> row.length == names.size())
                && new LinkedHashSet<>(names).size() == names.size();
        if (!fits) {
            throw new UnfitDataException(
                    rows.length + " rows at " + times.size() + " times under " + names.size() + " names",
                    "each row has a time, and a value for each name; a name is there once.",
                    "give rows of one length.");
        }
        return new FeatureTable(
                List.copyOf(names),
                List.copyOf(times),
                Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new));
    }

    /** The names of the columns. */
    public List<String> names() {
        return names;
    }

    /** How many rows there are. */
    public int size() {
        return rows.length;
    }

    /** When a row could be known. */
    public Instant time(int row) {
        return times.get(row);
    }

    /** A row, a value for each name. */
    public double[] row(int row) {
        return rows[row].clone();
    }

    /** All rows. */
    public double[][] rows() {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * A column.
     *
     * @throws UnfitDataException if none has the name
     */
    public double[] column(String name) {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new UnfitDataException(
                    "no column is called " + name, "there are " + names.size() + " others.", "take one of names().");
        }
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    /**
     * Only some columns, in this table's order.
     *
     * @throws UnfitDataException if none of the names is there
     */
    public FeatureTable keep(Collection<String> some) {
        int[] columns = IntStream.range(0, names.size())
                .filter(c -> some.contains(names.get(c)))
                .toArray();
        Samples.enough(columns.length, "of the columns", 1);
        return new FeatureTable(
                Arrays.stream(columns).mapToObj(names::get).toList(),
                times,
                Arrays.stream(rows)
                        .map(row ->
                                Arrays.stream(columns).mapToDouble(c -> row[c]).toArray())
                        .toArray(double[][]::new));
    }

    /** Only some rows, such as those at which events were, in the order given. */
    public FeatureTable rows(int... some) {
        return new FeatureTable(
                names,
                Arrays.stream(some).mapToObj(times::get).toList(),
                Arrays.stream(some).mapToObj(row -> rows[row]).toArray(double[][]::new));
    }

    /**
     * Only the columns that are finite in every row.
     *
     * @throws UnfitDataException if there is none
     */
    public FeatureTable withoutGaps() {
        return keep(IntStream.range(0, names.size())
                .filter(c -> Arrays.stream(rows).allMatch(row -> Double.isFinite(row[c])))
                .mapToObj(names::get)
                .toList());
    }
}
