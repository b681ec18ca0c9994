package io.trainyard.learning.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.learning.Facts;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against pomegranate and statsmodels, by the tables that facts/hmm.py writes. */
final class HmmFactsTest {

    private static final double[] RETURNS = Facts.column("hmm-returns.tsv", 0);

    private static final GaussianHmm GIVEN = new GaussianHmm(
            List.of(
                    new HmmState(0.7, List.of(0.001), List.of(List.of(0.00004))),
                    new HmmState(0.3, List.of(-0.002), List.of(List.of(0.0003)))),
            List.of(List.of(0.98, 0.02), List.of(0.05, 0.95)));

    @Test
    void fits_the_regimes_that_pomegranate_fits() {
        HmmFit fit = GaussianHmm.trainer(2).tolerance(1e-9).fit(RETURNS);
        assertThat(fit.converged()).isTrue();
        agrees(fit, "hmm-fit.tsv", within(2e-5), within(1e-8));
    }

    @Test
    void fits_pairs_that_move_together_as_pomegranate_does() {
        HmmFit fit = GaussianHmm.trainer(3).tolerance(1e-10).fit(Facts.table("hmm-pairs.tsv"));
        assertThat(fit.converged()).isTrue();
        agrees(fit, "hmm-pairs-fit.tsv", within(2e-5), within(2e-4));
    }

    private static void agrees(HmmFit fit, String table, Offset<Double> ofProbabilities, Offset<Double> ofMoments) {
        GaussianHmm model = fit.model();
        for (String[] row : Facts.rows(table)) {
            String[] index = row[2].split(",", -1);
            double expected = Double.parseDouble(row[3]);
            int i = index[0].isEmpty() ? 0 : Integer.parseInt(index[0]);
            HmmState state = model.states().get(row[1].isEmpty() ? 0 : Integer.parseInt(row[1]));
            String what = String.join(" ", row);
            switch (row[0]) {
                case "logLikelihood" -> assertThat(fit.logLikelihood()).as(what).isCloseTo(expected, within(1e-6));
                case "initial" -> assertThat(state.initial()).as(what).isCloseTo(expected, ofProbabilities);
                case "transition" ->
                    assertThat(model.transitions().get(Integer.parseInt(row[1])).get(i))
                            .as(what)
                            .isCloseTo(expected, ofProbabilities);
                case "mean" -> assertThat(state.mean().get(i)).as(what).isCloseTo(expected, ofMoments);
                default ->
                    assertThat(state.covariance().get(i).get(Integer.parseInt(index[1])))
                            .as(what)
                            .isCloseTo(expected, ofMoments);
            }
        }
    }

    @Test
    void filters_and_smooths_as_statsmodels_does() {
        double[][] table = Facts.table("hmm-given.tsv");
        double[][] filtered = GIVEN.filtered(RETURNS);
        double[][] smoothed = GIVEN.smoothed(RETURNS);
        for (int t = 0; t < table.length; t++) {
            assertThat(filtered[t][1]).as("filtered %d", t).isCloseTo(table[t][1], within(1e-9));
            assertThat(smoothed[t][1]).as("smoothed %d", t).isCloseTo(table[t][2], within(1e-9));
        }
    }

    @Test
    void finds_the_path_that_pomegranate_finds() {
        double[][] table = Facts.table("hmm-given.tsv");
        assertThat(GIVEN.path(RETURNS))
                .containsExactly(
                        Arrays.stream(table).mapToInt(row -> (int) row[3]).toArray());
    }

    @Test
    void gives_the_likelihood_of_both() {
        for (String[] row : Facts.rows("hmm-given-likelihood.tsv")) {
            assertThat(GIVEN.logLikelihood(RETURNS)).as(row[0]).isCloseTo(Double.parseDouble(row[1]), within(1e-7));
        }
    }
}
