package io.trainyard.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.learning.Facts;
import io.trainyard.learning.UnfitDataException;
import io.trainyard.learning.features.FeatureRelevance.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Against scipy and statsmodels, by the table that facts/features.py writes. */
final class RelevanceTest {

    private static final List<String[]> ROWS = Facts.rows("relevance.tsv");
    private static final List<String[]> FEATURES = ROWS.subList(0, ROWS.size() - 2);
    private static final double[] REAL = numbers(ROWS.get(ROWS.size() - 2));
    private static final double[] BINARY = numbers(ROWS.get(ROWS.size() - 1));

    @Test
    void p_values_and_choices_for_a_real_target_are_those_of_scipy_and_statsmodels() {
        agrees(Relevance.toReal(table(), REAL, 0.05), 1, 2);
    }

    @Test
    void p_values_and_choices_for_a_binary_target_are_those_of_scipy_and_statsmodels() {
        agrees(Relevance.toBinary(table(), truths(), 0.05), 3, 4);
    }

    private static void agrees(List<FeatureRelevance> found, int pColumn, int relevantColumn) {
        assertThat(found).hasSize(FEATURES.size());
        for (int i = 0; i < found.size(); i++) {
            FeatureRelevance relevance = found.get(i);
            String[] row = FEATURES.get(i);
            assertThat(relevance.name()).isEqualTo(row[0]);
            if (relevance.kind() == Kind.CONSTANT) {
                assertThat(relevance.pValue()).isNaN();
            } else {
                double expected = Double.parseDouble(row[pColumn]);
                assertThat(relevance.pValue()).as(row[0]).isCloseTo(expected, within(1e-9 * expected));
            }
            assertThat(relevance.relevant()).as(row[0]).isEqualTo(row[relevantColumn].equals("True"));
        }
        assertThat(found).extracting(FeatureRelevance::kind).contains(Kind.REAL, Kind.BINARY, Kind.CONSTANT);
    }

    @Test
    void small_samples_without_ties_are_ranked_exactly() {
        // scipy.stats.mannwhitneyu([5, 6, 7, 9], [1, 2, 3, 4, 8], use_continuity=True, alternative="two-sided")
        double[] column = {5, 6, 7, 9, 1, 2, 3, 4, 8};
        double[] target = {1, 1, 1, 1, 0, 0, 0, 0, 0};
        assertThat(Significance.mannWhitney(target, column)).isCloseTo(1 / 9.0, within(1e-12));
    }

    @Test
    void of_noise_next_to_nothing_is_relevant() {
        Random random = new Random(5);
        double[][] rows = new double[100][200];
        for (double[] row : rows) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        double[] target = random.doubles(100).toArray();
        List<String> names = IntStream.range(0, 200).mapToObj(i -> "noise" + i).toList();
        FeatureTable noise = FeatureTable.of(names, Collections.nCopies(100, Instant.EPOCH), rows);
        assertThat(Relevance.relevant(Relevance.toReal(noise, target, 0.05))).isEmpty();
    }

    @Test
    void refuses_targets_that_do_not_fit() {
        refuses(() -> Relevance.toReal(table(), new double[3], 0.05), "3 values of the target for 80 rows");
        refuses(() -> Relevance.toReal(table(), new double[80], 0.05), "a target that is 0.0 in every row");
        refuses(() -> Relevance.toReal(table(), REAL, 2), "falseDiscoveryRate = 2.0");
        double[][] rows = table().rows();
        rows[7][2] = Double.NaN;
        FeatureTable gaps = FeatureTable.of(table().names(), Collections.nCopies(80, Instant.EPOCH), rows);
        refuses(() -> Relevance.toReal(gaps, REAL, 0.05), "real2[7] is NaN");
        assertThat(gaps.withoutGaps().names()).hasSize(16).doesNotContain("real2");
        assertThat(Relevance.toReal(gaps.withoutGaps(), REAL, 0.05)).hasSize(16);
    }

    private static void refuses(ThrowingCallable call, String what) {
        assertThatThrownBy(call)
                .isInstanceOf(UnfitDataException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("why:")
                .hasMessageContaining("fix:");
    }

    private static boolean[] truths() {
        boolean[] truths = new boolean[BINARY.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = BINARY[i] == 1;
        }
        return truths;
    }

    private static FeatureTable table() {
        double[][] rows = new double[REAL.length][FEATURES.size()];
        for (int f = 0; f < FEATURES.size(); f++) {
            double[] column = numbers(FEATURES.get(f));
            for (int i = 0; i < column.length; i++) {
                rows[i][f] = column[i];
            }
        }
        return FeatureTable.of(
                FEATURES.stream().map(row -> row[0]).toList(), Collections.nCopies(rows.length, Instant.EPOCH), rows);
    }

    private static double[] numbers(String[] row) {
        return Arrays.stream(row[5].split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
