package io.trainyard.learning.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.learning.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Against the definitions as facts/features.py computes them with numpy, scipy, pandas and statsmodels. */
final class FeatureFactsTest {

    private static final Map<String, double[]> SERIES = Facts.rows("features-series.tsv").stream()
            .collect(Collectors.toMap(
                    row -> row[0],
                    row -> Arrays.stream(row[1].split(" ", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray()));

    @Test
    void features_are_those_of_the_definitions_to_nine_digits() {
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, double[]> series : SERIES.entrySet()) {
            List<String[]> rows = Facts.rows("features.tsv").stream()
                    .filter(row -> row[0].equals(series.getKey()))
                    .toList();
            FeatureSet set = new FeatureSet(rows.stream().map(row -> row[1]).toList());
            double[] values = set.extractor().of(series.getValue());
            for (int i = 0; i < values.length; i++) {
                double expected = Double.parseDouble(rows.get(i)[2]);
                boolean equal = Double.isNaN(expected)
                        ? Double.isNaN(values[i])
                        : Math.abs(values[i] - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
                if (!equal) {
                    different.add(series.getKey() + " " + rows.get(i)[1] + ": " + values[i] + " for " + expected);
                }
            }
            assertThat(rows.size()).isGreaterThan(350);
        }
        assertThat(different).isEmpty();
    }
}
