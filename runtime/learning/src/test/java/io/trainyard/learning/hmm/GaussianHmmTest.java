package io.trainyard.learning.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.Plan;
import io.trainyard.learning.Facts;
import io.trainyard.learning.UnfitDataException;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.Quota;
import io.trainyard.time.ManualClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class GaussianHmmTest {

    private static final double[] RETURNS = Facts.column("hmm-returns.tsv", 0);

    @Test
    void a_store_gives_the_model_back_to_the_same_bit() {
        GaussianHmm model = GaussianHmm.trainer(2).fit(RETURNS).model();
        ObjectStore store = store();
        store.saveJson("regimes", model);
        GaussianHmm back = store.readJson("regimes", GaussianHmm.class);
        assertThat(back).isEqualTo(model);
        assertThat(back.filtered(RETURNS)).isDeepEqualTo(model.filtered(RETURNS));
    }

    @Test
    void the_same_seed_gives_the_same_bytes_twice() {
        ObjectStore store = store();
        store.saveJson(
                "one",
                GaussianHmm.trainer(3).seed(7).starts(2).maxIterations(40).fit(RETURNS));
        store.saveJson(
                "two",
                GaussianHmm.trainer(3).seed(7).starts(2).maxIterations(40).fit(RETURNS));
        assertThat(store.readText("one").getBytes(StandardCharsets.UTF_8))
                .isEqualTo(store.readText("two").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void calm_states_come_first_whatever_the_seed() {
        for (int seed = 0; seed < 10; seed++) {
            GaussianHmm model = GaussianHmm.trainer(2)
                    .seed(seed)
                    .starts(3)
                    .tolerance(1e-3)
                    .fit(RETURNS)
                    .model();
            assertThat(model.states().get(0).deviation(0)).isCloseTo(0.0062, within(1e-4));
            assertThat(model.states().get(1).deviation(0)).isCloseTo(0.0174, within(1e-4));
        }
    }

    @Test
    void one_state_is_the_normal_distribution() {
        HmmFit fit = GaussianHmm.trainer(1).fit(new double[] {1, 2, 3, 4, 6});
        assertThat(fit.model().states().get(0).mean().get(0)).isCloseTo(3.2, within(1e-12));
        assertThat(fit.model().states().get(0).covariance().get(0).get(0)).isCloseTo(2.96, within(1e-12));
        assertThat(fit.freeParameters()).isEqualTo(2);
        double likelihood = -2.5 * (Math.log(2 * Math.PI * 2.96) + 1);
        assertThat(fit.logLikelihood()).isCloseTo(likelihood, within(1e-9));
        assertThat(fit.aic()).isCloseTo(4 - 2 * likelihood, within(1e-9));
        assertThat(fit.bic()).isCloseTo(2 * Math.log(5) - 2 * likelihood, within(1e-9));
    }

    @Test
    void the_right_number_of_states_has_the_lowest_bic() {
        double[] bic = new double[3];
        for (int states = 1; states <= 3; states++) {
            bic[states - 1] =
                    GaussianHmm.trainer(states).tolerance(1e-2).fit(RETURNS).bic();
        }
        assertThat(bic[1]).isLessThan(bic[0]).isLessThan(bic[2]);
    }

    @Test
    void an_outlier_leaves_the_filter_with_probabilities() {
        GaussianHmm model = GaussianHmm.trainer(2).fit(RETURNS).model();
        HmmFilter filter = model.filter();
        assertThat(filter.update(1e6)[1]).isCloseTo(1, within(1e-9));
        assertThat(filter.state()).isEqualTo(1);
        assertThat(Arrays.stream(filter.update(0)).sum()).isCloseTo(1, within(1e-12));
        assertThat(Double.isFinite(filter.logLikelihood())).isTrue();
    }

    @Test
    void a_next_to_impossible_state_wins_where_nothing_else_explains_the_observation() {
        GaussianHmm model = new GaussianHmm(
                List.of(
                        new HmmState(1, List.of(0.0), List.of(List.of(1.0))),
                        new HmmState(0, List.of(100.0), List.of(List.of(1.0)))),
                List.of(List.of(1.0, 1e-280), List.of(0.0, 1.0)));
        assertThat(model.filtered(new double[] {0, 100})[1]).containsExactly(0, 1);
        assertThat(model.smoothed(new double[] {0, 100})).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
        assertThat(model.path(new double[] {0, 100})).containsExactly(0, 1);
    }

    @Test
    void a_refused_observation_leaves_the_filter_as_it_was() {
        HmmFilter filter = GaussianHmm.trainer(2).fit(RETURNS).model().filter();
        filter.update(0.01);
        double[] before = filter.probabilities();
        assertThatThrownBy(() -> filter.update(Double.NaN)).isInstanceOf(UnfitDataException.class);
        assertThatThrownBy(() -> filter.update(0.01, 0.02)).isInstanceOf(UnfitDataException.class);
        assertThatThrownBy(() -> filter.update(1e200)).isInstanceOf(UnfitDataException.class);
        assertThat(filter.probabilities()).containsExactly(before);
    }

    @Test
    void refuses_what_cannot_be_fitted_and_says_what_to_do() {
        HmmTrainer trainer = GaussianHmm.trainer(2);
        refuses(() -> trainer.fit(new double[0]), "0 observations");
        refuses(() -> trainer.fit(new double[] {1, 2, 3}), "at least 8 are needed");
        refuses(() -> trainer.fit(new double[50]), "quantity 0 has the variance 0.0");
        double[] withNaN = RETURNS.clone();
        withNaN[17] = Double.NaN;
        refuses(() -> trainer.fit(withNaN), "observations[17][0] is NaN");
        double[][] ragged = {{1, 2}, {3}};
        refuses(() -> trainer.fit(ragged), "observations[1] has 1 values, observations[0] has 2");
        refuses(() -> GaussianHmm.trainer(0), "states = 0");
        double[][] twice =
                Arrays.stream(RETURNS).mapToObj(r -> new double[] {r, 2 * r}).toArray(double[][]::new);
        refuses(() -> trainer.fit(twice), "quantities of which one follows from the others");
    }

    @Test
    void a_state_that_closes_in_on_a_line_keeps_a_density() {
        // thirty points on a line, far off, among noise: one state will have them alone
        Random random = new Random(4);
        double[][] rows = new double[200][2];
        for (int t = 0; t < rows.length; t++) {
            double x = random.nextGaussian();
            rows[t] = t < 30 ? new double[] {50 + x, 50 + x} : new double[] {x, random.nextGaussian()};
        }
        HmmFit fit = GaussianHmm.trainer(2).fit(rows);
        assertThat(Double.isFinite(fit.logLikelihood())).isTrue();
        int[] path = fit.model().path(rows);
        assertThat(Arrays.copyOf(path, 30)).containsOnly(path[0]);
        assertThat(Arrays.copyOfRange(path, 30, 200)).containsOnly(1 - path[0]);
        assertThat(fit.model().states())
                .allSatisfy(state -> assertThat(state.deviation(0)).isBetween(0.5, 1.5));
        assertThat(GaussianHmm.trainer(2)
                        .covariance(Covariance.DIAGONAL)
                        .fit(rows)
                        .converged())
                .isTrue();
    }

    @Test
    void refuses_parameters_that_are_no_model() {
        HmmState state = new HmmState(1, List.of(0.0), List.of(List.of(1.0)));
        refuses(() -> new GaussianHmm(List.of(state), List.of(List.of(0.5))), "add up to 0.5");
        refuses(() -> new GaussianHmm(List.of(state, state), List.of(List.of(1.0))), "add up to 2.0");
        refuses(
                () -> new GaussianHmm(
                        List.of(new HmmState(1, List.of(0.0), List.of(List.of(-1.0)))), List.of(List.of(1.0))),
                "not symmetric and positive definite");
        refuses(() -> new GaussianHmm(List.of(state), List.of()), "0 rows of transitions for 1 states");
    }

    @Test
    void what_is_thrown_before_an_iteration_ends_the_fit() {
        HmmTrainer trainer = GaussianHmm.trainer(2).eachIteration(() -> {
            throw new IllegalStateException("cancelled");
        });
        assertThatThrownBy(() -> trainer.fit(RETURNS)).hasMessage("cancelled");
    }

    private static ObjectStore store() {
        return ObjectStore.newest(
                new MemoryStore(Quota.of(Plan.FREE)),
                new ManualClock(Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC));
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String what) {
        assertThatThrownBy(call)
                .isInstanceOf(UnfitDataException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("why:")
                .hasMessageContaining("fix:")
                .hasMessageContaining("more:");
    }
}
