package io.trainyard.learning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Tables of facts: lines that begin with # say where from, then the names of the columns, then values, all parted by
 * tabs.
 */
public final class Facts {

    private Facts() {}

    /** The rows of a table below {@code facts}, without its names. */
    public static List<String[]> rows(String name) {
        try (InputStream in = Facts.class.getResourceAsStream("/facts/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A column of numbers. */
    public static double[] column(String name, int column) {
        return rows(name).stream()
                .mapToDouble(row -> Double.parseDouble(row[column]))
                .toArray();
    }

    /** A table of numbers. */
    public static double[][] table(String name) {
        return rows(name).stream()
                .map(row -> Arrays.stream(row).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
    }
}
